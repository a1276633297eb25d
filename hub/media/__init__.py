"""Pictures and files: what is kept about them, and who may fetch them (rule 9)."""
