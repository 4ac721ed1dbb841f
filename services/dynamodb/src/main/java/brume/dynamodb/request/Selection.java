package brume.dynamodb.request;

import brume.dynamodb.expression.Path;
import brume.dynamodb.expression.Projection;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Item;
import brume.dynamodb.table.Index;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a query or scan shows of the items that it finds.
///
/// @param projection null for whole items
/// @param countsOnly whether only their number is wanted
/// @param fetches whether the items of a local index are read from the table, since the index does
///   not hold all that is wanted
public record Selection(@Nullable Projection projection, boolean countsOnly, boolean fetches) {

  /// @param select the parameter; null for its default
  /// @param filtered the attributes that the filter reads
  public static Selection of(
      @Nullable String select,
      @Nullable Projection projection,
      @Nullable Index index,
      Set<String> filtered) {
    check(select, projection, index);
    boolean countsOnly = "COUNT".equals(select);
    if (index == null || index.projected() == null) {
      return new Selection(projection, countsOnly, false);
    }
    boolean wantsAll = "ALL_ATTRIBUTES".equals(select);
    var wanted = new HashSet<>(filtered);
    if (projection != null) {
      projection.paths().stream().map(Path::attribute).forEach(wanted::add);
    }
    boolean lacks = wantsAll || !wanted.stream().allMatch(index::isProjected);
    if (lacks && index.isGlobal() && (wantsAll || projection != null)) {
      throw Invalid.parameter(
          wantsAll
              ? "Select type ALL_ATTRIBUTES is not supported for global secondary index "
                  + index.name()
                  + " because its projection type is not ALL"
              : "Global secondary index "
                  + index.name()
                  + " does not project "
                  + wanted.stream().filter(name -> !index.isProjected(name)).toList());
    }
    return new Selection(projection, countsOnly, lacks && !index.isGlobal());
  }

  private static void check(
      @Nullable String select, @Nullable Projection projection, @Nullable Index index) {
    if (select == null) {
      return;
    }
    boolean isSpecific = select.equals("SPECIFIC_ATTRIBUTES");
    if (projection != null && !isSpecific) {
      throw Invalid.request(
          select.equals("COUNT")
              ? "Cannot specify the AttributesToGet when choosing to get only the Count"
              : "Cannot specify the AttributesToGet when choosing to get " + select);
    }
    if (projection == null && isSpecific) {
      throw Invalid.request(
          "Must specify the AttributesToGet or ProjectionExpression when choosing to get"
              + " SPECIFIC_ATTRIBUTES");
    }
    if (select.equals("ALL_PROJECTED_ATTRIBUTES") && index == null) {
      throw Invalid.parameter(
          "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
    }
  }

  public Item of(Item item) {
    return projection == null ? item : projection.of(item);
  }

  /// `AttributesToGet` as the projection that it means.
  public static Projection attributes(List<String> names) {
    var seen = new HashSet<String>();
    for (var name : names) {
      if (!seen.add(name)) {
        throw Invalid.parameter("Duplicate value in attribute name: " + name);
      }
    }
    return new Projection(names.stream().map(Path::of).toList());
  }
}
