// What AWS's client for Node.js reads and writes; ends with "ok", or with what went wrong.
const assert = require('assert');
const AWS = require('aws-sdk');
const AmazonDaxClient = require('amazon-dax-client');

const dax = new AmazonDaxClient({
  endpoints: [process.env.DAX_URL],
  region: 'us-east-1',
  accessKeyId: process.env.KEY_ID,
  secretAccessKey: process.env.SECRET_KEY,
});
const documents = new AWS.DynamoDB.DocumentClient({service: dax});

const item = {
  user: 'ann', at: 12.5, text: 'héllo', yes: true, nothing: null,
  list: [1, 'two', {three: 3}], large: 9007199254740991, small: -0.001,
  texts: documents.createSet(['a', 'b']), numbers: documents.createSet([1, 2.5]),
  bytes: Buffer.from([0, 255]),
};

async function refusal(promise) {
  try {
    await promise;
  } catch (e) {
    return e;
  }
  throw new Error('It was not refused');
}

async function singleItems() {
  const Key = {user: 'ann', at: 12.5};
  await documents.put({TableName: 'Events', Item: item}).promise();
  const found = (await documents.get({TableName: 'Events', Key}).promise()).Item;
  assert.deepStrictEqual(JSON.parse(JSON.stringify(found)), JSON.parse(JSON.stringify(item)));
  const part = await documents.get({
    TableName: 'Events', Key, ProjectionExpression: '#l[2].three, yes',
    ExpressionAttributeNames: {'#l': 'list'},
  }).promise();
  assert.deepStrictEqual(part.Item, {list: [{three: 3}], yes: true});
  const updated = await documents.update({
    TableName: 'Events', Key, UpdateExpression: 'SET seen = if_not_exists(seen, :o) + :o REMOVE nothing',
    ConditionExpression: 'attribute_exists(#t) AND size(#t) > :o',
    ExpressionAttributeNames: {'#t': 'text'}, ExpressionAttributeValues: {':o': 1}, ReturnValues: 'UPDATED_NEW',
  }).promise();
  assert.deepStrictEqual(updated.Attributes, {seen: 2});
  const consistent = await documents.get({TableName: 'Events', Key, ConsistentRead: true}).promise();
  assert.strictEqual(consistent.Item.seen, 2);
  const deleted = await documents.delete({TableName: 'Events', Key, ReturnValues: 'ALL_OLD'}).promise();
  assert.strictEqual(deleted.Attributes.text, 'héllo');
  assert.deepStrictEqual(await documents.get({TableName: 'Events', Key}).promise(), {});
}

async function severalItems() {
  const requests = [];
  for (let at = 0; at < 10; at++) {
    requests.push({PutRequest: {Item: {user: 'bob', at, kind: at % 2 ? 'odd' : 'even'}}});
  }
  await documents.batchWrite({RequestItems: {Events: requests}}).promise();
  const batch = await documents.batchGet({
    RequestItems: {Events: {Keys: [{user: 'bob', at: 3}, {user: 'bob', at: 99}]}},
  }).promise();
  assert.deepStrictEqual(batch.Responses.Events, [{user: 'bob', at: 3, kind: 'odd'}]);
  const query = {
    TableName: 'Events', KeyConditionExpression: '#u = :u AND #a BETWEEN :f AND :t',
    ExpressionAttributeNames: {'#u': 'user', '#a': 'at'}, ExpressionAttributeValues: {':u': 'bob', ':f': 2, ':t': 8},
    Limit: 3, ScanIndexForward: false,
  };
  const first = await documents.query(query).promise();
  assert.deepStrictEqual(first.Items.map((each) => each.at), [8, 7, 6]);
  const second = await documents.query({...query, ExclusiveStartKey: first.LastEvaluatedKey}).promise();
  assert.deepStrictEqual(second.Items.map((each) => each.at), [5, 4, 3]);
  const odd = [];
  let start = undefined;
  do {
    const page = await documents.query({
      TableName: 'Events', IndexName: 'byKind', KeyConditionExpression: 'kind = :k',
      ExpressionAttributeValues: {':k': 'odd'}, Limit: 2, ExclusiveStartKey: start,
    }).promise();
    odd.push(...page.Items.map((each) => each.at));
    start = page.LastEvaluatedKey;
  } while (start);
  assert.deepStrictEqual(odd.sort(), [1, 3, 5, 7, 9]);
  const scan = await documents.scan({
    TableName: 'Events', FilterExpression: 'kind IN (:a, :b)', ExpressionAttributeValues: {':a': 'even', ':b': 'x'},
  }).promise();
  assert.strictEqual(scan.Count, 5);
}

async function transactions() {
  await documents.transactWrite({TransactItems: [
    {Put: {TableName: 'Events', Item: {user: 'eve', at: 1, n: 1}}},
    {Update: {
      TableName: 'Events', Key: {user: 'eve', at: 2}, UpdateExpression: 'SET n = :n',
      ExpressionAttributeValues: {':n': 2},
    }},
  ]}).promise();
  const read = await documents.transactGet({TransactItems: [
    {Get: {TableName: 'Events', Key: {user: 'eve', at: 2}}},
    {Get: {TableName: 'Events', Key: {user: 'eve', at: 3}}},
  ]}).promise();
  assert.deepStrictEqual(read.Responses, [{Item: {user: 'eve', at: 2, n: 2}}, {}]);
  const canceled = await refusal(documents.transactWrite({TransactItems: [
    {Put: {TableName: 'Events', Item: {user: 'eve', at: 1}, ConditionExpression: 'n = :n',
      ExpressionAttributeValues: {':n': 7}}},
    {Delete: {TableName: 'Events', Key: {user: 'eve', at: 2}}},
  ]}).promise());
  assert.deepStrictEqual(canceled.cancellationReasons.map((each) => each.Code), ['ConditionalCheckFailed', 'None']);
}

async function refusals() {
  const missing = await refusal(documents.get({TableName: 'None', Key: {id: 'x'}}).promise());
  assert.strictEqual(missing.code, 'ResourceNotFoundException');
  const failed = await refusal(documents.put({
    TableName: 'Events', Item: {user: 'eve', at: 1}, ConditionExpression: 'attribute_not_exists(#u)',
    ExpressionAttributeNames: {'#u': 'user'},
  }).promise());
  assert.strictEqual(failed.code, 'ConditionalCheckFailedException');
}

// The client does not see that a connection of its pool was ended while it was not used: whoever
// gets it waits in vain.
function withLimit(promise) {
  return Promise.race([
    promise,
    new Promise((_, reject) => setTimeout(() => reject(new Error('No answer')), 2000)),
  ]);
}

async function afterRestart() {
  const deadline = Date.now() + 40000;
  for (;;) {
    try {
      const found = await withLimit(
          documents.get({TableName: 'Events', Key: {user: 'bob', at: 3}}).promise());
      assert.deepStrictEqual(found.Item, {user: 'bob', at: 3, kind: 'odd'});
      await withLimit(
          documents.put({TableName: 'Events', Item: {user: 'bob', at: 3, kind: 'odd'}}).promise());
      return;
    } catch (e) {
      if (Date.now() > deadline) {
        throw e;
      }
    }
  }
}

async function main() {
  await singleItems();
  await severalItems();
  await transactions();
  await refusals();
  console.log('restart');
  await new Promise((resolve) => process.stdin.once('data', resolve));
  await afterRestart();
}

setTimeout(() => {
  console.log('It took too long');
  process.exit();
}, 120000).unref();

main().then(() => 'ok', (e) => e.stack).then((result) => {
  console.log(result);
  process.exit();
});
