package brume.dynamodb.item;

/// The ten types of a value, in the spelling of the API.
public enum ValueType {
  S("STRING"),
  N("NUMBER"),
  B("BINARY"),
  BOOL("BOOLEAN"),
  NULL("NULL"),
  L("LIST"),
  M("MAP"),
  SS("STRING_SET"),
  NS("NUMBER_SET"),
  BS("BINARY_SET");

  private final String longName;

  ValueType(String longName) {
    this.longName = longName;
  }

  /// As the errors about `ADD` and `DELETE` spell the type.
  public String longName() {
    return longName;
  }

  /// Whether values of this type have an order, and may be keys.
  public boolean isOrdered() {
    return this == S || this == N || this == B;
  }

  public boolean isSet() {
    return this == SS || this == NS || this == BS;
  }
}
