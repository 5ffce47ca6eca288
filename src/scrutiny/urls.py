"""Every address of the house. `tests/site/test_doors.py` lists who may open each; an address not in it fails there."""
from django.urls import re_path

from scrutiny.publish import feeds, pages

JSON = r"(?P<json>\.json)?$"
BODY = r"^(?P<place>[a-z0-9-]+)/(?P<slug>[a-z0-9-]+)"
MEETING = BODY + r"/(?P<when>\d{4}-\d\d-\d\d(?:-\d+)?)"

urlpatterns = [
    re_path(r"^$", pages.home, name="home"),
    re_path(r"^index(?P<json>\.json)$", pages.home, name="home-json"),
    re_path(r"^robots\.txt$", pages.robots, name="robots"),
    re_path(r"^search" + JSON, pages.search, name="search"),
    re_path(r"^bodies" + JSON, pages.bodies, name="bodies"),
    re_path(r"^promises" + JSON, pages.promises, name="promises"),
    re_path(r"^papers" + JSON, pages.papers, name="papers"),
    re_path(r"^papers/(?P<number>\d{1,9})" + JSON, pages.paper, name="paper"),
    re_path(r"^people/(?P<slug>[a-z0-9-]+)" + JSON, pages.person, name="person"),
    re_path(r"^sources/(?P<code>[0-9a-f]{16})/(?P<page>\d{1,6})\.png$", pages.picture, name="picture"),
    re_path(r"^sources/(?P<code>[0-9a-f]{16})/(?P<page>\d{1,6})" + JSON, pages.source, name="source"),
    re_path(r"^about" + JSON, pages.about, name="about"),
    re_path(BODY + r"/feed\.atom$", feeds.body, name="feed"),
    re_path(MEETING + JSON, pages.meeting, name="meeting"),
    re_path(MEETING + r"/(?P<name>[a-z0-9-]+)" + JSON, pages.item, name="item"),
    re_path(BODY + JSON, pages.body, name="body"),
    re_path(r"^(?P<path>[a-z0-9/-]+)/$", pages.tidy, name="tidy"),
]
handler400, handler403, handler404, handler500 = (pages.failed(n) for n in (400, 403, 404, 500))
