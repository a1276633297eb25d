"""The types of offices and the medical specialities with which a hub begins; see `hub.taxonomy.starter`."""

from __future__ import annotations

OFFICE_TYPES = {
    "coordination": {"name": "Coordination office", "schema_type": "GovernmentOffice"},
    "counselling": {"name": "Counselling centre", "schema_type": "LocalBusiness"},
    "authority": {"name": "Public authority", "schema_type": "GovernmentOffice"},
    "education": {"name": "School or course provider", "schema_type": "LocalBusiness"},
    "health": {"name": "Health service", "schema_type": "LocalBusiness"},
    "practice": {"name": "Doctor’s practice", "schema_type": "MedicalClinic"},
    "meeting-place": {"name": "Meeting place", "schema_type": "LocalBusiness"},
    "association": {"name": "Association or initiative", "schema_type": "LocalBusiness"},
    "other": {"name": "Other office", "schema_type": "LocalBusiness"},
}

SPECIALITIES = {
    "general-medicine": {"name": "General medicine"},
    "paediatrics": {"name": "Paediatrics"},
    "gynaecology": {"name": "Gynaecology and obstetrics"},
    "dentistry": {"name": "Dentistry"},
    "internal-medicine": {"name": "Internal medicine"},
    "psychotherapy": {"name": "Psychotherapy"},
    "ophthalmology": {"name": "Ophthalmology"},
    "ent": {"name": "Ear, nose and throat"},
    "dermatology": {"name": "Dermatology"},
    "orthopaedics": {"name": "Orthopaedics"},
}
