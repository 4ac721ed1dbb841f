package brume.dynamodb.table;

import brume.dynamodb.item.Value;
import org.jspecify.annotations.Nullable;

/// What a query asks for: one partition and, where `sort` is not null, a range in it.
public record KeyCondition(Value partition, @Nullable SortCondition sort) {}
