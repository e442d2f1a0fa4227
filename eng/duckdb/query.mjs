// Runs SQL given on standard input in an in-memory DuckDB and prints the last statement's rows as one JSON array of objects.
// Usage: node query.mjs [threads]
import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync } from 'node:fs';

const sql = readFileSync(0, 'utf8');
const instance = await DuckDBInstance.create(':memory:', { threads: process.argv[2] ?? '1' });
const connection = await instance.connect();
try {
  const reader = await connection.runAndReadAll(sql);
  process.stdout.write(JSON.stringify(reader.getRowObjectsJson()) + '\n');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  connection.closeSync();
  instance.closeSync();
}
