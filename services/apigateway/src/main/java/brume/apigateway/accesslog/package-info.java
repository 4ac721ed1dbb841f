/// Access logs: a line for each request, in the format of its stage, delivered to CloudWatch Logs.
///
/// Lines wait in memory and are delivered every second or so, as AWS does, which promises no line
/// either. Start with [AccessLogs].
@NullMarked
package brume.apigateway.accesslog;

import org.jspecify.annotations.NullMarked;
