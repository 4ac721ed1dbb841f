package brume.dynamodb.table;

import brume.dynamodb.item.Value;
import org.jspecify.annotations.Nullable;

/// The key of one item: the value that chooses its partition, and the one that orders it there.
public record PrimaryKey(Value partition, @Nullable Value sort) {}
