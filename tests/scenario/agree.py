"""Says for each question of a list whether the JSON Schema accepts it: `agree.py SCHEMA QUESTIONS`."""
import json
import sys

import jsonschema

with open(sys.argv[1]) as file:
    schema = json.load(file)
with open(sys.argv[2]) as file:
    questions = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
for question in questions:
    print("valid" if validator.is_valid(question) else "invalid")
