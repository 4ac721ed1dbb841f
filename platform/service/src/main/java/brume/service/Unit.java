package brume.service;

/// What a service counts beside requests, as AWS bills or reports it.
///
/// @param service the id of its model
/// @param name as AWS's metrics or bills name it, such as `IncomingBytes`
public record Unit(String service, String name) {}
