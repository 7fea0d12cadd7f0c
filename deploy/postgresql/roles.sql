-- Once, on the primary, as superuser. The limits are those that the program sets itself, which it
-- cannot behind a pooler that hands out connections by the transaction.
CREATE ROLE record LOGIN PASSWORD 'change me' CREATEDB;
CREATE ROLE replicator LOGIN REPLICATION PASSWORD 'change me';
CREATE DATABASE record OWNER record;
ALTER ROLE record IN DATABASE record SET statement_timeout = '5s';
ALTER ROLE record IN DATABASE record SET lock_timeout = '2500ms';
ALTER ROLE record IN DATABASE record SET idle_in_transaction_session_timeout = '30s';
ALTER ROLE record IN DATABASE record SET plan_cache_mode = 'force_custom_plan';
ALTER ROLE record IN DATABASE record SET max_parallel_workers_per_gather = 0;
