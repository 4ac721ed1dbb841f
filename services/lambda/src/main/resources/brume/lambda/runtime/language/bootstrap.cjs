'use strict';
// Runs a Node.js function: asks the Lambda Runtime API for events and hands them to the handler.
//
// A plain socket instead of node:http and a CommonJS file instead of a module, because both
// shorten the cold start. Behaviour and texts follow the runtime interface client of AWS.

const fs = require('fs');
const net = require('net');
const path = require('path');
const util = require('util');

const API = '/2018-06-01/runtime/';
const [HOST, PORT] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
const CRASHED = 129;

let requestId;

class Fault extends Error {
  constructor(name, message) {
    super(message);
    this.name = name;
  }
}

/** One kept-alive HTTP connection to the Runtime API, with one request at a time. */
class Connection {
  constructor() {
    this.received = Buffer.alloc(0);
    this.socket = net.connect({ host: HOST, port: Number(PORT), noDelay: true });
    this.socket.on('data', (chunk) => this.receive(chunk));
    this.socket.on('error', () => process.exit(0));
    this.socket.on('close', () => process.exit(0));
  }

  /** Keeps the process alive until its answer; a handler at work does not. */
  request(method, target, body = '', headers = '') {
    const bytes = Buffer.from(body);
    this.socket.ref();
    const head = `${method} ${API}${target} HTTP/1.1\r\nHost: ${HOST}\r\n${headers}Content-Length: ${bytes.length}\r\n\r\n`;
    this.socket.write(bytes.length ? Buffer.concat([Buffer.from(head), bytes]) : head);
    return new Promise((resolve) => {
      this.answered = resolve;
    });
  }

  receive(chunk) {
    this.received = this.received.length ? Buffer.concat([this.received, chunk]) : chunk;
    const end = this.received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const headers = {};
    for (const line of this.received.toString('utf8', 0, end).split('\r\n').slice(1)) {
      const colon = line.indexOf(':');
      headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
    }
    const length = Number(headers['content-length'] || 0);
    if (this.received.length < end + 4 + length) return;
    const body = this.received.toString('utf8', end + 4, end + 4 + length);
    this.received = this.received.subarray(end + 4 + length);
    this.socket.unref();
    this.answered({ headers, body });
  }
}

function write(text) {
  let bytes = Buffer.from(text);
  while (bytes.length) bytes = bytes.subarray(fs.writeSync(1, bytes));
}

function patchConsole() {
  const levels = { log: 'INFO', debug: 'DEBUG', info: 'INFO', warn: 'WARN', error: 'ERROR', trace: 'TRACE' };
  const order = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];
  const json = process.env.AWS_LAMBDA_LOG_FORMAT === 'JSON';
  const lowest = order.indexOf(process.env.AWS_LAMBDA_LOG_LEVEL || 'TRACE');
  const print = (level, args) => {
    if (order.indexOf(level) < lowest) return;
    const timestamp = new Date().toISOString();
    if (json) {
      const message = args.length === 1 && typeof args[0] === 'object' ? args[0] : util.format(...args);
      write(`${JSON.stringify({ timestamp, level, requestId, message })}\n`);
    } else {
      const text = util.format(...args).replace(/\n/g, '\r');
      write(`${timestamp}\t${requestId || 'undefined'}\t${level}\t${text}\n`);
    }
  };
  for (const [name, level] of Object.entries(levels)) {
    console[name] = (...args) => print(level, args);
  }
  console.fatal = (...args) => print('FATAL', args);
}

function describe(error) {
  if (!(error instanceof Error) && !util.types.isNativeError(error)) {
    return { errorType: typeof error === 'object' ? 'object' : typeof error, errorMessage: String(error), trace: [] };
  }
  return {
    errorType: error.name || 'Error',
    errorMessage: error.message,
    trace: (error.stack || '').split('\n'),
  };
}

function logError(title, error) {
  const { errorType, errorMessage, trace } = describe(error);
  const extra = error instanceof Object ? { ...error } : {};
  delete extra.name;
  const shown = JSON.stringify({ errorType, errorMessage, ...extra, stack: trace });
  write(`${new Date().toISOString()}\t${requestId || 'undefined'}\tERROR\t${title}\t${shown}\n`);
}

function postError(connection, target, error) {
  const described = describe(error);
  const headers = `Content-Type: application/json\r\nLambda-Runtime-Function-Error-Type: ${described.errorType}\r\n`;
  return connection.request('POST', target, JSON.stringify(described), headers);
}

function findFile(base) {
  for (const candidate of [base, `${base}.js`, `${base}.mjs`, `${base}.cjs`]) {
    if (fs.existsSync(candidate) && fs.statSync(candidate).isFile()) return candidate;
  }
  return undefined;
}

function isModule(file) {
  if (!file.endsWith('.js')) return file.endsWith('.mjs');
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const description = path.join(folder, 'package.json');
    if (fs.existsSync(description)) return JSON.parse(fs.readFileSync(description, 'utf8')).type === 'module';
    if (folder === path.dirname(folder)) return false;
  }
}

async function load(file) {
  try {
    return isModule(file) ? await import(file) : require(file);
  } catch (e) {
    if (e instanceof SyntaxError) throw new Fault('Runtime.UserCodeSyntaxError', e.stack);
    if (e && (e.code === 'MODULE_NOT_FOUND' || e.code === 'ERR_MODULE_NOT_FOUND')) {
      throw new Fault('Runtime.ImportModuleError', String(e));
    }
    throw e;
  }
}

async function loadHandler(name) {
  const parts = /^(.*\/)?([^/.]+)\.(.+)$/.exec(name);
  if (!parts || name.includes('..')) throw new Fault('Runtime.MalformedHandlerName', 'Bad handler');
  const [, folder = '', moduleName, names] = parts;
  const file = findFile(path.resolve(process.env.LAMBDA_TASK_ROOT, folder, moduleName));
  if (!file) throw new Fault('Runtime.ImportModuleError', `Error: Cannot find module '${moduleName}'`);
  const loaded = await load(file);
  let handler = names.split('.').reduce((nested, key) => nested && nested[key], loaded);
  if (handler === undefined && loaded.default) {
    handler = names.split('.').reduce((nested, key) => nested && nested[key], loaded.default);
  }
  if (handler === undefined) {
    throw new Fault('Runtime.HandlerNotFound', `${name} is undefined or not exported`);
  }
  if (typeof handler !== 'function') {
    throw new Fault('Runtime.HandlerNotFound', `${name} is not a function`);
  }
  return handler;
}

function contextOf(headers) {
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  const client = headers['lambda-runtime-client-context'];
  const identity = headers['lambda-runtime-cognito-identity'];
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    clientContext: client ? JSON.parse(client) : undefined,
    identity: identity ? JSON.parse(identity) : undefined,
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    awsRequestId: headers['lambda-runtime-aws-request-id'],
    getRemainingTimeInMillis: () => Math.max(deadline - Date.now(), 0),
  };
}

/** Settles as the handler does: by its promise, its callback, context.done, or an idle process. */
function run(handler, event, context) {
  return new Promise((resolve, reject) => {
    const whenIdle = (settle) => {
      process.removeAllListeners('beforeExit');
      if (context.callbackWaitsForEmptyEventLoop) process.once('beforeExit', settle);
      else settle();
    };
    const callback = (error, result) =>
      whenIdle(() => (error === null || error === undefined ? resolve(result) : reject(error)));
    context.done = callback;
    context.succeed = (result) => {
      context.callbackWaitsForEmptyEventLoop = false;
      callback(null, result);
    };
    context.fail = (error) => {
      context.callbackWaitsForEmptyEventLoop = false;
      callback(error === undefined || error === null ? 'handled' : error);
    };
    process.removeAllListeners('beforeExit');
    process.once('beforeExit', () => resolve(null));
    const returned = handler(event, context, callback);
    if (returned && typeof returned.then === 'function') returned.then(resolve, reject);
  }).finally(() => process.removeAllListeners('beforeExit'));
}

function marshal(result) {
  try {
    return JSON.stringify(result === undefined ? null : result) || 'null';
  } catch (e) {
    throw new Fault('Runtime.MarshalError', `Unable to stringify response body: ${e.message}`);
  }
}

async function handle(connection, handler, { headers, body }) {
  requestId = headers['lambda-runtime-aws-request-id'];
  if (headers['lambda-runtime-trace-id']) process.env._X_AMZN_TRACE_ID = headers['lambda-runtime-trace-id'];
  let reply;
  try {
    reply = marshal(await run(handler, JSON.parse(body), contextOf(headers)));
  } catch (error) {
    logError('Invoke Error ', error);
    await postError(connection, `invocation/${requestId}/error`, error);
    return;
  }
  await connection.request('POST', `invocation/${requestId}/response`, reply, 'Content-Type: application/json\r\n');
}

async function crash(connection, error, title) {
  logError(title, error);
  if (requestId) await postError(connection, `invocation/${requestId}/error`, error);
  process.exit(CRASHED);
}

async function main() {
  patchConsole();
  const connection = new Connection();
  process.on('uncaughtException', (error) => crash(connection, error, 'Uncaught Exception '));
  process.on('unhandledRejection', (reason) => {
    const error = new Fault('Runtime.UnhandledPromiseRejection', String(reason));
    error.reason = reason;
    crash(connection, error, 'Unhandled Promise Rejection ');
  });
  let handler;
  try {
    handler = await loadHandler(process.env._HANDLER);
  } catch (error) {
    logError('Uncaught Exception ', error);
    await postError(connection, 'init/error', error);
    process.exit(1);
  }
  for (;;) {
    await handle(connection, handler, await connection.request('GET', 'invocation/next'));
  }
}

main();
