package brume.dynamodb.table;

/// What the records of a stream hold beside the key of the item, in the spelling of the API.
public enum StreamView {
  KEYS_ONLY,
  NEW_IMAGE,
  OLD_IMAGE,
  NEW_AND_OLD_IMAGES;

  public boolean showsOld() {
    return this == OLD_IMAGE || this == NEW_AND_OLD_IMAGES;
  }

  public boolean showsNew() {
    return this == NEW_IMAGE || this == NEW_AND_OLD_IMAGES;
  }
}
