"""A bad scanner: turns, blurs, dirties, darkens and compresses a page picture."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, ImageFilter


def scan(
    image: Image.Image,
    *,
    turn: float = 0.0,
    blur: float = 0.0,
    noise: float = 0.0,
    shade: float = 0.0,
    quality: int | None = None,
    seed: int = 1,
) -> Image.Image:
    """``image`` after a scan.

    Args:
        image: a clean page.
        turn: degrees counter-clockwise; the paper is turned on a white ground.
        blur: radius in pixels.
        noise: standard deviation of grey levels.
        shade: how much darker (0-1) the right edge is than the left.
        quality: of the JPEG that the page becomes; None for none.
        seed: of the noise.
    """
    if turn:
        image = image.rotate(turn, Image.Resampling.BICUBIC, fillcolor="white")
    if blur:
        image = image.filter(ImageFilter.GaussianBlur(blur))
    pixels = np.asarray(image.convert("RGB")).astype(np.float32)
    if shade:
        pixels *= np.linspace(1.0, 1.0 - shade, pixels.shape[1])[None, :, None]
    if noise:
        pixels += np.random.default_rng(seed).normal(0, noise, pixels.shape[:2])[..., None]
    image = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    if quality is None:
        return image
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality)
    return Image.open(buffer)


def speckles(size: tuple[int, int], *, seed: int = 1) -> Image.Image:
    """A smear of specks of ink, the same at every run."""
    specks = np.random.default_rng(seed).integers(0, 2, size=(size[1], size[0]), dtype=np.uint8)
    return Image.fromarray(specks * 255).convert("RGB")
