"""A JSON object whose keys are taken one by one and checked, so that none is left over."""

from __future__ import annotations

from collections.abc import Collection


class GoldError(ValueError):
    """A labelled document that is not right. ``where`` is ``file:line`` or a path."""

    def __init__(self, where: str, message: str) -> None:
        super().__init__(f"{where}: {message}")
        self.where = where


class Fields:
    """The fields of one JSON object; every fault names the file, line and object."""

    def __init__(self, value: object, where: str, name: str) -> None:
        self._where = where
        self._name = name
        if not isinstance(value, dict):
            raise self.fault("must be a JSON object")
        self._left: dict[str, object] = dict(value)

    def fault(self, message: str) -> GoldError:
        """An error about this object."""
        return GoldError(self._where, f"{self._name}: {message}")

    def text(self, key: str, *, empty: bool = False) -> str:
        """A string, not empty unless ``empty``."""
        value = self._take(key)
        if not isinstance(value, str) or not (value or empty):
            raise self.fault(f"{key} must be a text, not {value!r}")
        return value

    def text_or_none(self, key: str) -> str | None:
        """A string or null."""
        return None if self._peek(key) is None else self.text(key)

    def texts(self, key: str) -> list[str]:
        """A list of strings; an absent key is an empty list."""
        values = self._left.pop(key, [])
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise self.fault(f"{key} must be a list of texts, not {values!r}")
        return values

    def number(self, key: str, *, allowed: Collection[int] | None = None) -> int:
        """A whole number from 0, one of ``allowed`` if that is given."""
        value = self._take(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.fault(f"{key} must be a whole number, not {value!r}")
        if allowed is not None and value not in allowed:
            raise self.fault(f"{key} must be one of {sorted(allowed)}, not {value}")
        return value

    def number_or_none(self, key: str) -> int | None:
        """A whole number or null."""
        return None if self._peek(key) is None else self.number(key)

    def numbers(self, key: str) -> list[int]:
        """A list of whole numbers."""
        values = self._take(key)
        if not isinstance(values, list) or any(type(value) is not int for value in values):
            raise self.fault(f"{key} must be a list of whole numbers, not {values!r}")
        return values

    def flag(self, key: str) -> bool:
        """True or false."""
        value = self._take(key)
        if not isinstance(value, bool):
            raise self.fault(f"{key} must be true or false, not {value!r}")
        return value

    def choice(self, key: str, allowed: Collection[str]) -> str:
        """One of ``allowed``."""
        value = self.text(key)
        if value not in allowed:
            raise self.fault(f"{key} must be one of {', '.join(sorted(allowed))}, not {value!r}")
        return value

    def record(self, key: str) -> Fields:
        """An object inside this one."""
        return Fields(self._take(key), self._where, f"{self._name}.{key}")

    def records(self, key: str) -> list[Fields]:
        """A list of objects inside this one."""
        values = self._take(key)
        if not isinstance(values, list):
            raise self.fault(f"{key} must be a list, not {values!r}")
        return [
            Fields(value, self._where, f"{self._name}.{key}[{index}]")
            for index, value in enumerate(values)
        ]

    def finish(self, ignore: Collection[str] = ()) -> None:
        """Raise if a key is left that nobody asked for and that is not in ``ignore``."""
        unknown = sorted(set(self._left) - set(ignore))
        if unknown:
            raise self.fault(f"unknown key {', '.join(unknown)}")

    def _peek(self, key: str) -> object:
        if key not in self._left:
            raise self.fault(f"the key {key} is missing")
        value = self._left[key]
        if value is None:
            del self._left[key]
        return value

    def _take(self, key: str) -> object:
        if key not in self._left:
            raise self.fault(f"the key {key} is missing")
        return self._left.pop(key)
