"""Bytes of one document in, a Reading out. Pure: no network, disk writes, clock or state."""
