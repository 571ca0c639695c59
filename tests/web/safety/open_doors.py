"""The addresses that belong to no place: each is named here, with who may open it. Any other fails the matrix."""

from __future__ import annotations

from enum import Enum


class Door(Enum):
    """Who may open an address."""

    ANYBODY = "anybody"
    SIGNED_IN = "somebody signed in"


_ANYBODY = (
    "home",
    "health",
    "language",
    "accessibility",
    "welcome",
    "invitation",
    "password_strength",
    "account_login",
    "account_logout",
    "account_inactive",
    "account_signup",
    "account_email_verification_sent",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_confirm_email",
    "account_confirm_login_code",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "socialaccount_login_cancelled",
    "socialaccount_login_error",
    "socialaccount_signup",
    "openid_connect_login",
    "openid_connect_callback",
    "stop_letters",
    # public pages, beneath in/<place>/
    "public_place",
    "public_plan",
    "public_actions",
    "public_actions_page",
    "public_theme",
    "public_theme_page",
    "public_action",
    "public_changes",
    "public_changes_page",
    "public_stories",
    "public_story",
    "public_search",
    "public_figures",
    "public_figure",
    "public_figure_page",
    "public_accessibility",
    # what programs ask without a session: what is not open to all wants a key (tests/web/api has the whole matrix)
    "api",
    "api_description",
    "api_nothing",
    "api_places",
    "api_place",
    "api_plans",
    "api_plan",
    "api_headings",
    "api_actions",
    "api_actions_streamed",
    "api_action",
    "api_organisations",
    "api_stories",
    "api_figures",
    "api_changes",
    "api_across_search",
    "api_across_involved",
    "api_across_compare",
    "api_held_plans",
    "api_held_headings",
    "api_held_actions",
    "api_held_action",
    "api_held_organisations",
    "api_held_updates",
    "api_held_update",
    "api_held_rounds",
    "api_held_round",
    "api_held_requests",
    "api_held_request",
    "api_hand_in",
    # allauth's old addresses, which only lead to those above
    "account/social/login/cancelled/",
    "account/social/login/error/",
    "account/social/signup/",
    "account/social/connections/",
)
_BY_LINK = (
    "answer_sheet",
    "answer_sheet_back",
    "answer",
    "answer_link",
    "answer_not_for_me",
    "answer_one",
    "answer_draft",
    "answer_no_change",
    "answer_done",
    "answer_take_back",
    "answer_pass_on",
    "answer_passed_back",
    "answer_evidence",
    "answer_evidence_remove",
    "answer_words_agree",
    "answer_words_correct",
    "calendar_link",
    "yours",
    "yours_link",
    "yours_accept_all",
    "yours_accept",
    "yours_pass_on",
    "yours_decline",
    "yours_take_back",
)
"""Opened by a link from a letter; without one they say that nothing opens."""
_SIGNED_IN = (
    "account",
    "account_details",
    "account_email",
    "account_change_password",
    "account_set_password",
    "account_reauthenticate",
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "mfa_edit_webauthn",
    "mfa_remove_webauthn",
    "mfa_reauthenticate_webauthn",
    "socialaccount_connections",
    "usersessions_list",
    "place_new",
)
DOORS: dict[str, Door] = dict.fromkeys((*_ANYBODY, *_BY_LINK), Door.ANYBODY) | dict.fromkeys(
    _SIGNED_IN, Door.SIGNED_IN
)

MAY_BE_CLOSED = {
    "openid_connect_login": "no provider is set up",
    "openid_connect_callback": "no provider is set up",
    "mfa_deactivate_totp": "no app is set up",
    "mfa_view_recovery_codes": "there are none yet",
    "mfa_download_recovery_codes": "there are none yet",
    "mfa_edit_webauthn": "the key is nobody's",
    "mfa_remove_webauthn": "the key is nobody's",
    "account_confirm_email": "the key is nobody's",
    "calendar_link": "the key is nobody's",
    "place_new": "only an owner of a place may make another",
}
"""Addresses that answer 403 or 404 to somebody who may open them, and why."""

VALUES = {
    "place": "nowhere",
    "language": "cy",
    "page": 1,
    "key": "no-key-of-anybody",
    "signed": "no-letter-of-anybody",
    "uidb36": "zz",
    "pk": 4096,
    "id": "00000000-0000-4000-8000-000000000000",
    "evidence_id": "00000000-0000-4000-8000-000000000000",
    "saw": 1,
    "rest": "nowhere",
    "provider_id": "organisation",
}
"""What stands in these addresses for their variables."""
