"""How many examples the properties of the model try: enough to find a wrong formula, few enough to be run often."""

from hypothesis import HealthCheck, settings

settings.register_profile("model", deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("model")
