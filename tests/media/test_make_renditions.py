from io import StringIO

from django.core.management import call_command

from media.cuts import has_cuts
from media.models import CustomImage


def run() -> str:
    out = StringIO()
    call_command("make_renditions", stdout=out)
    return out.getvalue()


def test_all_pictures_are_cut(picture):
    run()
    assert has_cuts(CustomImage.objects.get())


def test_a_second_time_there_is_nothing_to_do(picture):
    assert "1" in run() and "0" in run()


def test_a_lost_file_does_not_stop_the_others(picture, keep):
    from tests.media.conftest import drawn

    other = keep(drawn())
    picture.file.storage.delete(picture.file.name)
    run()
    assert has_cuts(CustomImage.objects.get(pk=other.pk))
