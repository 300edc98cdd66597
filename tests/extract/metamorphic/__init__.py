"""Changes of labelled documents whose effect on the claims is known beforehand."""
