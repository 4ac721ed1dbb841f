package brume.shape;

/// Where a REST protocol carries a member; the other protocols carry all members in the body.
public enum Location {
  BODY,
  HEADER,
  /// a map, each entry a header whose name begins with the member's wire name
  HEADER_PREFIX,
  QUERY,
  /// a map of all query parameters
  QUERY_ALL,
  LABEL,
  STATUS,
  /// the member is the whole body
  PAYLOAD,
  /// of a structure in an event stream: a header of the event's frame
  EVENT_HEADER,
  /// of a structure in an event stream: the payload of the event's frame
  EVENT_PAYLOAD
}
