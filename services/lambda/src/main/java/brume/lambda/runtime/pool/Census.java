package brume.lambda.runtime.pool;

/// How many environments there are at one moment.
///
/// @param all running, idle ones included
/// @param idle without a request
/// @param frozen idle, with their processes stopped
/// @param memoryMb what all use of the host, as far as that is known
public record Census(int all, int idle, int frozen, int memoryMb) {}
