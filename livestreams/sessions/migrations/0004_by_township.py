from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("live_sessions", "0003_windows"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="session",
            index=models.Index(fields=["township", "started_at"], name="session_township_start"),
        ),
    ]
