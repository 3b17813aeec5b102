import pytest


@pytest.fixture(autouse=True)
def apart(own_files: None) -> None:
    """In folders of the test's own."""
