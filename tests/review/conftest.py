"""One Chromium for the tests of this room that drive a page."""

from tests.chromium import browser as browser
