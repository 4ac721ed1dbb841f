/// Event source mappings at work: Lambda reads streams and queues and runs functions with what it
/// finds there.
///
/// Everything is read as the function's execution role. How far a stream was read is kept in the
/// store, so that a crash can repeat a batch and never lose one. Where it differs from AWS: the
/// sources are DynamoDB streams and Amazon SQS.
///
/// Start with [Pollers]; [StreamBatch] holds the rules of retries.
@NullMarked
package brume.lambda.source;

import org.jspecify.annotations.NullMarked;
