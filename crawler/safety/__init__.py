"""Safety: only public addresses are asked, certificates hold, and no answer is endless."""
