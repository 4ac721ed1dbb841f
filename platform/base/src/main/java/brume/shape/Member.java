package brume.shape;

import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A member of a structure, or the element, key or value of a list or map.
///
/// A member is made by [#of] and refined by the methods that return a changed copy.
public final class Member {
  private final Supplier<? extends Shape> target;
  private final String name;
  private String wireName;
  private @Nullable String queryName;
  private Location location = Location.BODY;
  private boolean required;
  private boolean flattened;
  private boolean xmlAttribute;
  private boolean idempotencyToken;
  private boolean hostLabel;
  private @Nullable TimestampFormat timestampFormat;
  private @Nullable XmlNamespace xmlNamespace;
  private @Nullable Object defaultValue;

  private Member(String name, Supplier<? extends Shape> target) {
    this.name = name;
    this.target = target;
    this.wireName = name;
  }

  private Member(Member other) {
    this(other.name, other.target);
    wireName = other.wireName;
    queryName = other.queryName;
    location = other.location;
    required = other.required;
    flattened = other.flattened;
    xmlAttribute = other.xmlAttribute;
    idempotencyToken = other.idempotencyToken;
    hostLabel = other.hostLabel;
    timestampFormat = other.timestampFormat;
    xmlNamespace = other.xmlNamespace;
    defaultValue = other.defaultValue;
  }

  public static Member of(String name, Shape target) {
    return new Member(name, () -> target);
  }

  /// For a target that may not be made yet, since shapes refer to each other in circles.
  public static Member of(String name, Supplier<? extends Shape> target) {
    return new Member(name, target);
  }

  /// For generated models: the target is entry `id` of a table.
  public static Member of(String name, IntFunction<? extends Shape> table, int id) {
    return new Member(name, () -> table.apply(id));
  }

  public Member wireName(String value) {
    var copy = new Member(this);
    copy.wireName = value;
    return copy;
  }

  public Member queryName(String value) {
    var copy = new Member(this);
    copy.queryName = value;
    return copy;
  }

  public Member in(Location value) {
    var copy = new Member(this);
    copy.location = value;
    return copy;
  }

  public Member asRequired() {
    var copy = new Member(this);
    copy.required = true;
    return copy;
  }

  public Member asFlattened() {
    var copy = new Member(this);
    copy.flattened = true;
    return copy;
  }

  public Member asXmlAttribute() {
    var copy = new Member(this);
    copy.xmlAttribute = true;
    return copy;
  }

  public Member asIdempotencyToken() {
    var copy = new Member(this);
    copy.idempotencyToken = true;
    return copy;
  }

  public Member asHostLabel() {
    var copy = new Member(this);
    copy.hostLabel = true;
    return copy;
  }

  public Member timestampFormat(TimestampFormat value) {
    var copy = new Member(this);
    copy.timestampFormat = value;
    return copy;
  }

  public Member xmlNamespace(XmlNamespace value) {
    var copy = new Member(this);
    copy.xmlNamespace = value;
    return copy;
  }

  /// The value of an absent member, of the Java type of the target.
  public Member defaultValue(Object value) {
    var copy = new Member(this);
    copy.defaultValue = value;
    return copy;
  }

  /// As the model names it; the key of JSON bodies unless [#wireName] says otherwise.
  public String name() {
    return name;
  }

  /// The JSON key, XML element, header, header prefix, query parameter or label.
  public String wireName() {
    return wireName;
  }

  /// The parameter of the ec2Query protocol, where it is not the wire name in upper camel case.
  public @Nullable String queryName() {
    return queryName;
  }

  public Shape target() {
    return target.get();
  }

  public Location location() {
    return location;
  }

  public boolean required() {
    return required;
  }

  public boolean flattened() {
    return flattened;
  }

  public boolean xmlAttribute() {
    return xmlAttribute;
  }

  public boolean idempotencyToken() {
    return idempotencyToken;
  }

  public boolean hostLabel() {
    return hostLabel;
  }

  /// Null: the protocol's own format for the member's location.
  public @Nullable TimestampFormat timestampFormat() {
    return timestampFormat;
  }

  public @Nullable XmlNamespace xmlNamespace() {
    return xmlNamespace;
  }

  public @Nullable Object defaultValue() {
    return defaultValue;
  }

  @Override
  public String toString() {
    return name;
  }
}
