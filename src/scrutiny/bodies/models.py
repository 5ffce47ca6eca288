"""Bodies, by authority and name; people, by the names that papers print."""
from __future__ import annotations

from django.db import models


class Body(models.Model):
    """A panel, committee or other body. `authority` is empty until a paper prints it."""

    authority = models.CharField(max_length=200, blank=True)
    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200, db_index=True)            # the name, made plain
    authority_key = models.CharField(max_length=200, blank=True)
    place = models.SlugField(max_length=80)                          # first part of its address
    slug = models.SlugField(max_length=80)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["place", "slug"], name="one_address_a_body"),
            models.UniqueConstraint(fields=["authority_key", "key"], name="one_body_of_a_name_in_an_authority"),
        )

    @property
    def address(self) -> str:
        return f"/{self.place}/{self.slug}"


class Person(models.Model):
    """Somebody named as present, with the fullest form of the name that a paper gave."""

    name = models.CharField(max_length=200)
    honorific = models.CharField(max_length=100, blank=True)
    postnominals = models.CharField(max_length=100, blank=True)
    surname_key = models.CharField(max_length=100, db_index=True)
    slug = models.SlugField(max_length=100, unique=True)
    bodies = models.ManyToManyField(Body, related_name="people")

    @property
    def address(self) -> str:
        return f"/people/{self.slug}"

    @property
    def styled(self) -> str:
        return " ".join(p for p in (self.honorific, self.name, self.postnominals) if p)
