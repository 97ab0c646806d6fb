# On Windows without make: py packaging\bootstrap.py run
PYTHON ?= python3
BOOTSTRAP := $(PYTHON) packaging/bootstrap.py

.DEFAULT_GOAL := help
.PHONY: run test lock screenshots bench-start bench-search eval-takes eval-align eval-feeds eval-pages bench-hostile wheel clean help bench-import bench-points strings bench-frames bench-board test-journeys

run: ## open the window; ARGS="..." go to summit-reader
	@$(BOOTSTRAP) run $(ARGS)

test: ## lint, types, arrows between the rooms, tests; ARGS="..." go to pytest
	@$(BOOTSTRAP) test $(ARGS)

test-journeys: ## the errands of a new user through the real window; ARGS="..." go to pytest
	@$(BOOTSTRAP) journeys $(ARGS)

lock: ## solve requirements.lock anew (needs uv)
	@$(BOOTSTRAP) lock

screenshots: ## draw the pictures of the documentation
	@$(BOOTSTRAP) script packaging/screenshots.py $(ARGS)

bench-start: ## measure the time from the command to the window
	@$(BOOTSTRAP) script benchmarks/start.py $(ARGS)

bench-frames: ## measure late frames during an import and a rebuild; ARGS="--texts N"
	@$(BOOTSTRAP) script benchmarks/frames.py $(ARGS)

bench-board: ## measure late frames of a board of many clippings; ARGS="--cards N"
	@$(BOOTSTRAP) script benchmarks/board.py $(ARGS)

bench-search: ## measure searching; CORPUS=file.jsonl[.xz], none makes one up; LIMIT= STOCK= GROWTH= QUERIES= JSON=
	@$(BOOTSTRAP) script benchmarks/search.py $(CORPUS) $(ARGS)

bench-import: ## measure an import of thousands; CORPUS=file.jsonl[.xz]
	@$(BOOTSTRAP) script benchmarks/importing.py "$(CORPUS)" $(ARGS)

eval-takes: ## measure the takes of annotated articles; DATA=FILE, ARGS="--errors N" lists errors
	@$(BOOTSTRAP) script benchmarks/takes.py "$(DATA)" $(ARGS)

eval-align: ## measure passages, points and stories; DATA=FOLDER SEEDS=FILE CORPUS=FILE JSON=1
	@$(BOOTSTRAP) script benchmarks/align.py "$(DATA)" $(if $(SEEDS),--seeds "$(SEEDS)") $(if $(CORPUS),--corpus "$(CORPUS)") $(if $(JSON),--json) $(ARGS)

eval-pages: ## measure the reading of saved pages; DATA=FOLDER, ARGS="--errors" lists what is wrong
	@$(BOOTSTRAP) script benchmarks/pages.py "$(DATA)" $(ARGS)

eval-feeds: ## read every feed of a folder: exceptions, time, items; DATA=FOLDER
	@$(BOOTSTRAP) script benchmarks/feeds.py "$(DATA)" $(ARGS)

bench-hostile: ## measure the reading of hostile files; ARGS=WORD only the kinds with that word
	@$(BOOTSTRAP) script benchmarks/hostile.py $(ARGS)

bench-points: ## measure points over a library; LIBRARY=FOLDER JSON=1
	@$(BOOTSTRAP) script benchmarks/points.py "$(LIBRARY)" $(if $(JSON),--json) $(ARGS)

strings: ## what the translations lack or no longer need; ARGS=--write puts them in order
	@$(BOOTSTRAP) script packaging/translations.py $(ARGS)

wheel: ## build dist/*.whl, resources and sample texts inside
	@$(BOOTSTRAP) wheel

clean: ## remove what can be made again: environment, caches, dist
	rm -rf .venv dist .mypy_cache .ruff_cache .import_linter_cache .hypothesis .pytest_cache .coverage

help: ## list these commands
	@sed -n 's/^\([a-z-]*\): ## /  make \1 \t/p' Makefile | expand -t 22
