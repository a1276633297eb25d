"""The engines. Each has `rank(question, scope)`, which returns public publications with scores, and a consumer."""
