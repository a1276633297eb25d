"""What the background process is asked to do about forgotten passwords."""

from django.db import models
from django.utils import timezone


class PasswordReset(models.Model):
    """Somebody asked to reset the password of the account with an e-mail address, if there is one."""

    email = models.CharField(max_length=254, unique=True, help_text="In lower case.")
    language = models.CharField(max_length=12)
    waiting = models.BooleanField(default=True)
    asked_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.email
