"""What a workflow does at its end. Wagtail imports this while its models are being made, so it imports none."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wagtail.models import WorkflowState

logger = logging.getLogger(__name__)


def finish_workflow(state: WorkflowState, user: Any = None) -> None:
    """Publish what a workflow has approved, as Wagtail does; what is half translated stays a draft."""
    from hub.translations.state import HalfTranslated

    try:
        state.content_object.get_latest_revision().publish(user=user)
    except HalfTranslated:
        logger.warning("Page %s was approved, but is half translated and stays a draft.", state.object_id)
