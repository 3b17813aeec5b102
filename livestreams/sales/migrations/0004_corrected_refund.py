from django.db import migrations, models

RULES = [
    ("", "not refunded"),
    ("withdrawn", "a later file shows it without payment"),
    ("amount", "the file names the amount"),
    ("word", "a status says refunded"),
    ("closed", "paid, then closed"),
    ("corrected", "corrected by hand"),
]


class Migration(migrations.Migration):
    dependencies = [("sales", "0003_work_by_hand")]

    operations = [
        migrations.AlterField(
            model_name=name,
            name="refund_rule",
            field=models.CharField(blank=True, choices=RULES, max_length=10, verbose_name="refund"),
        )
        for name in ("line", "stagedline")
    ]
