package brume.apigateway.execution;

/// How many requests a method takes.
///
/// @param method as usage plans name it, such as `/pets/GET`
/// @param rate requests per second
/// @param burst requests at once
record Pace(String method, double rate, int burst) {}
