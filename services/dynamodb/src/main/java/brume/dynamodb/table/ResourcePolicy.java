package brume.dynamodb.table;

/// What a table says itself of who may use it.
///
/// @param document a policy in JSON
/// @param revision changes with the document
public record ResourcePolicy(String document, String revision) {}
