"""The worker of the proofs: `manage.py work` without the periodic check, which would hide that a change was lost.

python -m bench.faults.worker
"""

import django
from django.core.management import call_command


def no_upkeep() -> bool:
    """Find nothing that was lost."""
    return False


if __name__ == "__main__":
    django.setup()
    from hub.publications import worker

    worker.work_upkeep = no_upkeep
    call_command("work")
