from django.db import migrations, models


class Migration(migrations.Migration):
    """A session's lines lie in its account's times, so that one index finds them and those beside it."""

    dependencies = [("sales", "0004_corrected_refund"), ("live_sessions", "0002_events")]

    operations = [
        migrations.RemoveIndex(model_name="line", name="line_account"),
        migrations.AddIndex(
            model_name="line", index=models.Index(fields=["account", "placed_at"], name="line_account_placed")
        ),
        migrations.AddIndex(
            model_name="dailytotal",
            index=models.Index(
                fields=["session"], condition=models.Q(session__isnull=False), name="daily_total_session"
            ),
        ),
    ]
