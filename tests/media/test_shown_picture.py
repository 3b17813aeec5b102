"""`{% shown_picture %}` and the part `zhunong/parts/picture.html`."""

import re

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from media.cuts import cut_all, has_cuts
from media.models import CustomImage
from tests.media.conftest import drawn, upload

PART = "zhunong/parts/picture.html"


@pytest.fixture
def cut(picture) -> CustomImage:
    cut_all(picture)
    return CustomImage.objects.get(pk=picture.pk)


def part(picture, **given: object) -> str:
    return render_to_string(PART, {"picture": picture} | given)


def test_every_format_stands_in_several_widths(cut):
    html = part(cut)
    for form in ("avif", "webp"):
        widths = re.search(rf'type="image/{form}" srcset="([^"]+)"', html)
        assert widths and widths[1].count("w,") + 1 == 3


def test_the_best_format_stands_first(cut):
    html = part(cut)
    assert html.index("image/avif") < html.index("image/webp") < html.index("<img")


@pytest.mark.parametrize(("kind", "ratio"), [("card", 4 / 3), ("wide", 1.6), ("whole", 4 / 3)])
def test_width_and_height_keep_its_place(cut, kind, ratio):
    width, height = re.search(r'width="(\d+)" height="(\d+)"', part(cut, kind=kind)).groups()
    assert abs(int(width) / int(height) - ratio) < 0.02


def test_cards_wait_and_the_first_picture_does_not(cut):
    assert 'loading="lazy"' in part(cut) and 'fetchpriority="high"' not in part(cut)
    assert 'loading="lazy"' not in part(cut, wide=True) and 'fetchpriority="high"' in part(cut, wide=True)


def test_eager_can_be_told_apart_from_wide(cut):
    assert 'loading="lazy"' in part(cut, wide=True, eager=False)
    assert 'fetchpriority="high"' in part(cut, eager=True)


@pytest.mark.parametrize(("given", "said"), [({}, "桃园里的桃"), ({"alt": ""}, ""), ({"alt": "下柏桃"}, "下柏桃")])
def test_alternative_text_is_the_pictures_own_unless_given(cut, given, said):
    assert f'alt="{said}"' in part(cut, **given)


def test_what_people_write_is_escaped(cut):
    assert "<b>" not in part(cut, alt='"><b>', sizes='"><b>')


def test_sizes_can_be_given(cut):
    assert part(cut, sizes="33vw").count('sizes="33vw"') == 2


def test_a_picture_asks_no_query_once_it_is_cut(cut, django_assert_num_queries):
    with django_assert_num_queries(0):
        part(cut)


def test_until_it_is_cut_there_is_a_jpeg(picture):
    html = part(picture)
    assert "<source" not in html and ".jpg" in html


def test_the_stopgap_is_made_once(picture):
    part(picture)
    with CaptureQueriesContext(connection_of(picture)) as asked:
        part(CustomImage.objects.get(pk=picture.pk))
    assert len(asked) == 1  # the picture itself


def test_the_stopgap_does_not_count_as_cut(picture):
    part(picture)
    assert not has_cuts(CustomImage.objects.get(pk=picture.pk))


def test_another_focal_point_asks_for_other_cuts(cut):
    cut.focal_point_x = cut.focal_point_y = cut.focal_point_width = cut.focal_point_height = 100
    assert not has_cuts(cut)


def test_cuts_are_forgotten_with_their_files(cut):
    cut.renditions.all().delete()
    assert CustomImage.objects.get(pk=cut.pk).cuts == {}


def test_a_small_original_is_not_blown_up(keep):
    small = keep(drawn(size=(300, 225)))
    cut_all(small)
    assert {width for _name, width, _height in small.cuts["card"]["avif"]} == {300}


@pytest.mark.parametrize("people", ["not_asked", "not_said"])
def test_people_who_have_not_agreed_are_not_shown(cut, people):
    cut.people_shown = people
    assert part(cut).strip() == ""


def test_people_who_agreed_are_shown(cut):
    cut.people_shown = "agreed"
    assert "<img" in part(cut)


def test_a_drawing_says_so(cut):
    assert "picture__mark" not in part(cut)
    cut.is_placeholder = True
    assert "picture__mark" in part(cut)


def test_credit_is_shown_where_asked_for(cut):
    cut.credit = "<李四>"
    assert "李四" not in part(cut)
    assert "&lt;李四&gt;" in part(cut, credit=True)


def test_a_picture_without_its_file_leaves_the_page_whole(picture):
    picture.file.storage.delete(picture.file.name)
    assert part(picture).strip() == ""


def test_no_picture_is_no_part():
    assert part(None).strip() == ""


def test_the_tag_can_be_used_alone(cut):
    html = Template("{% load pictures %}{% shown_picture picture alt='' %}").render(Context({"picture": cut}))
    assert html.startswith('<span class="picture picture--card">')


def test_a_new_picture_is_cut_by_the_worker(db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        made = CustomImage.objects.create(title="桃", file=upload(drawn()), description="桃")
    assert has_cuts(CustomImage.objects.get(pk=made.pk))


def connection_of(picture: CustomImage):
    from django.db import connections

    return connections[picture._state.db]
