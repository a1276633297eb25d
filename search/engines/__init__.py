"""The engines. Each has a consumer and `rank(question, scope, publications)`, which gives publications scores."""
