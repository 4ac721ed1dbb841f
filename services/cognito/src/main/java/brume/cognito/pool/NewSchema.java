package brume.cognito.pool;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;

import brume.model.cognitoidp.NumberAttributeConstraintsType;
import brume.model.cognitoidp.SchemaAttributeType;
import brume.model.cognitoidp.StringAttributeConstraintsType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The schema of a new pool: the standard attributes, as they were asked for, and custom ones.
///
/// Source: OpenID Connect Core 1.0, section 5.1; Amazon Cognito Developer Guide, "Working with user
/// attributes" and "Quotas".
public final class NewSchema {
  public static final int MAX_CUSTOM = 50;

  private static final List<String> TEXTS =
      List.of(
          "profile",
          "address",
          "birthdate",
          "gender",
          "preferred_username",
          "website",
          "picture",
          "identities",
          "sub",
          "phone_number",
          "zoneinfo",
          "locale",
          "email",
          "given_name",
          "family_name",
          "middle_name",
          "name",
          "nickname");
  private static final List<String> TRUTHS = List.of("phone_number_verified", "email_verified");

  private NewSchema() {}

  public static List<SchemaAttributeType> of(@Nullable List<SchemaAttributeType> asked) {
    var all = new ArrayList<SchemaAttributeType>();
    TEXTS.forEach(name -> all.add(text(name)));
    TRUTHS.forEach(name -> all.add(standard(name, "Boolean").build()));
    all.add(
        standard("updated_at", "Number")
            .numberAttributeConstraints(
                NumberAttributeConstraintsType.builder().minValue("0").build())
            .build());
    for (var attribute : asked == null ? List.<SchemaAttributeType>of() : asked) {
      add(all, attribute);
    }
    return List.copyOf(all);
  }

  /// With further custom attributes.
  public static List<SchemaAttributeType> extended(
      List<SchemaAttributeType> existing, List<SchemaAttributeType> more) {
    var all = new ArrayList<>(existing);
    for (var attribute : more) {
      add(all, attribute);
    }
    return List.copyOf(all);
  }

  private static void add(List<SchemaAttributeType> all, SchemaAttributeType asked) {
    var name = asked.name();
    if (name == null) {
      throw INVALID_PARAMETER_EXCEPTION.because("A schema attribute has no name");
    }
    for (int i = 0; i < all.size(); i++) {
      var there = all.get(i);
      if (name.equals(there.name())) {
        all.set(i, changed(there, asked));
        return;
      }
    }
    var custom = custom(name, asked);
    boolean isTaken = all.stream().anyMatch(each -> Objects.equals(each.name(), custom.name()));
    if (isTaken) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "custom." + name + ": Existing attribute already has name " + custom.name() + ".");
    }
    if (all.size() >= TEXTS.size() + TRUTHS.size() + 1 + MAX_CUSTOM) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "Too many custom attributes: at most " + MAX_CUSTOM);
    }
    all.add(custom);
  }

  private static SchemaAttributeType changed(
      SchemaAttributeType standard, SchemaAttributeType asked) {
    var type = asked.attributeDataType();
    if (type != null && !type.equals(standard.attributeDataType())) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "You can not change AttributeDataType or set developerOnlyAttribute for standard schema"
              + " attribute "
              + asked.name());
    }
    var changed = standard.toBuilder();
    if (asked.required() != null) {
      changed.required(asked.required());
    }
    if (asked.mutable() != null) {
      changed.mutable(asked.mutable());
    }
    if (asked.stringAttributeConstraints() != null) {
      changed.stringAttributeConstraints(asked.stringAttributeConstraints());
    }
    return changed.build();
  }

  private static SchemaAttributeType custom(String name, SchemaAttributeType asked) {
    if (Boolean.TRUE.equals(asked.required())) {
      throw INVALID_PARAMETER_EXCEPTION.because(
          "Required custom attributes are not supported currently.");
    }
    boolean isDevelopers = Boolean.TRUE.equals(asked.developerOnlyAttribute());
    var type = asked.attributeDataType() == null ? "String" : asked.attributeDataType();
    return asked.toBuilder()
        .name((isDevelopers ? "dev:custom:" : "custom:") + name)
        .attributeDataType(type)
        .developerOnlyAttribute(isDevelopers)
        .mutable(Boolean.TRUE.equals(asked.mutable()))
        .required(false)
        .build();
  }

  private static SchemaAttributeType text(String name) {
    boolean isSub = name.equals("sub");
    var minimum = name.equals("birthdate") ? "10" : isSub ? "1" : "0";
    var maximum = name.equals("birthdate") ? "10" : "2048";
    return standard(name, "String")
        .mutable(!isSub)
        .required(isSub)
        .stringAttributeConstraints(new StringAttributeConstraintsType(maximum, minimum))
        .build();
  }

  private static SchemaAttributeType.Builder standard(String name, String type) {
    return SchemaAttributeType.builder()
        .name(name)
        .attributeDataType(type)
        .developerOnlyAttribute(false)
        .mutable(true)
        .required(false);
  }
}
