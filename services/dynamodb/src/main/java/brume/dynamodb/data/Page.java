package brume.dynamodb.data;

import brume.dynamodb.item.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of the items in a range.
///
/// @param items those that the filter let through; none when only their number was wanted
/// @param count how many those are
/// @param scanned how many items were read
/// @param bytes their size
/// @param fetched the size of what was read from the table for an index that projects less
/// @param last the key of the last item read, where more may follow; null at the end
public record Page(
    List<Item> items, int count, int scanned, long bytes, long fetched, @Nullable Item last) {}
