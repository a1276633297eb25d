"""What a workflow does at its end. Wagtail imports this while its models are being made, so it imports none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wagtail.models import WorkflowState


def finish_workflow(state: WorkflowState, user: Any = None) -> None:
    """Publish what a workflow has approved, as Wagtail does.

    What is half translated stays a draft; who asked for the approval and who gave it are told.
    """
    from hub.publications import failures
    from hub.publications.models import PublishingFailure
    from hub.translations.state import HalfTranslated

    try:
        state.content_object.get_latest_revision().publish(user=user)
    except HalfTranslated as error:
        people = (state.requested_by, user)
        failures.record(state.content_object, PublishingFailure.Occasion.APPROVAL, error, people)
