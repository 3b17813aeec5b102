import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from products.models import ProperName, WordRule
from products.wording import Wording, plain_text

TODAY = datetime.date(2026, 11, 28)
RULED = ["富硒", "最好", "治疗", "降血压"]
FILLERS = st.text(alphabet=" \u3000·-—，。*_~\u200b\u2060\ufeff\u00ad、", max_size=3)
TAGS = st.lists(
    st.sampled_from(["<b>", "</b>", "<i>", "</i>", '<a href="/x">', "</a>", "&nbsp;", "&#8203;"]), max_size=3
)
KEEP = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)


@pytest.fixture
def rules(db) -> Wording:
    return Wording(TODAY)


def words(rules: Wording, *texts: str, **kwargs: bool) -> set[str]:
    return {finding.word for finding in rules.findings(texts, **kwargs)}


def test_word_is_found_with_its_reason_and_what_to_say_instead(rules):
    (found,) = rules.findings(["这是最好的梨"])
    assert found.word == "最好"
    assert found.reason and found.instead and found.source


@pytest.mark.parametrize("name", ["安峪镇富硒产学研示范中心", "产自富硒土壤区域", "富硒土地", "天然富硒地块"])
def test_proper_names_pass(rules, name):
    assert not words(rules, f"欢迎来到{name}，看看。")


def test_claim_beside_a_proper_name_is_found(rules):
    assert words(rules, "产自富硒土壤区域的富硒樱桃") == {"富硒"}


def test_report_lets_selenium_pass_and_nothing_else(rules):
    assert words(rules, "富硒樱桃，治疗失眠", is_proven=True) == {"治疗"}


def test_words_of_two_paragraphs_are_not_read_as_one(rules):
    assert not words(rules, "<p>今年果子最</p><p>好在雨水足</p>")


def test_words_of_two_fields_are_not_read_as_one(rules):
    assert not words(rules, "今年果子最", "好在雨水足")


def test_per_cent_sign_is_read(rules):
    assert words(rules, "100%有效") == {"100%有效"}


def test_rule_of_tomorrow_is_none_today(db):
    WordRule.objects.create(word="新词", kind="other", reason="-", source="-", valid_from=TODAY + datetime.timedelta(1))
    assert "新词" not in words(Wording(TODAY), "新词")
    assert "新词" in words(Wording(TODAY + datetime.timedelta(1)), "新词")


def test_longer_name_is_taken_before_the_shorter_one(db):
    ProperName.objects.create(name="富硒土壤最好奖")
    assert not words(Wording(TODAY), "得了富硒土壤最好奖")


def test_two_queries_however_many_texts(db, django_assert_num_queries):
    with django_assert_num_queries(2):
        Wording(TODAY).findings(["樱桃"] * 50)


@KEEP
@given(st.sampled_from(RULED), st.data())
def test_no_blank_sign_or_tag_hides_a_word(rules, word, data):
    parted = "".join(letter + data.draw(FILLERS) + "".join(data.draw(TAGS)) for letter in word)
    assert word in words(rules, f"<p>本地{parted}果</p>")


@KEEP
@given(st.sampled_from(["富硒土壤", "富硒产学研示范中心"]), st.text(alphabet="山楂樱桃村果园好", max_size=6), FILLERS)
def test_nothing_is_found_in_or_across_a_proper_name(rules, name, around, filler):
    assert "富硒" not in words(rules, f"{around}{filler}{name}{filler}{around}")


@KEEP
@given(st.text(max_size=40))
def test_any_text_can_be_looked_at(rules, text):
    assert isinstance(rules.findings([text, f"<p>{text}</p>"]), list)


@KEEP
@given(st.text(alphabet="富硒最好土壤 <b>/", max_size=20))
def test_squeezing_twice_changes_nothing(text):
    assert plain_text(plain_text(text)) == plain_text(text)
