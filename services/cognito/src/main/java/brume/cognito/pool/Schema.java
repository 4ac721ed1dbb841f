package brume.cognito.pool;

import static brume.model.cognitoidp.CognitoIdentityProviderError.INVALID_PARAMETER_EXCEPTION;

import brume.model.cognitoidp.SchemaAttributeType;
import brume.model.cognitoidp.StringAttributeConstraintsType;
import brume.shape.ServiceException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Which attributes users of a pool have, and what they may hold.
///
/// Source: Amazon Cognito Developer Guide, "Working with user attributes".
public record Schema(List<SchemaAttributeType> attributes) {
  /// What users cannot be given: it comes about.
  private static final List<String> DERIVED = List.of("sub", "identities");

  /// Throws `InvalidParameterException` when a value does not fit, or a required one is missing.
  public void checkNew(Map<String, String> values) {
    for (var attribute : attributes) {
      var name = nameOf(attribute);
      boolean isRequired = Boolean.TRUE.equals(attribute.required()) && !DERIVED.contains(name);
      if (isRequired && !values.containsKey(name)) {
        throw unfit(name, "The attribute " + name + " is required");
      }
    }
    values.forEach(this::check);
  }

  /// The same where values may be missing.
  public void checkGiven(Map<String, String> values) {
    values.forEach(this::check);
  }

  /// The same for values that replace those of a user.
  public void checkChange(Map<String, String> values) {
    values.forEach(
        (name, value) -> {
          var attribute = find(name);
          if (attribute != null && Boolean.FALSE.equals(attribute.mutable())) {
            throw INVALID_PARAMETER_EXCEPTION.because(
                "user." + name + ": Attribute cannot be updated.\n");
          }
          check(name, value);
        });
  }

  /// Throws `InvalidParameterException` when the attribute is not there, or must be.
  public void checkDelete(String name) {
    var attribute = find(name);
    if (attribute == null) {
      throw unfit(name, "Attribute does not exist in the schema.");
    }
    if (Boolean.TRUE.equals(attribute.required())) {
      throw unfit(name, "The attribute " + name + " is required");
    }
  }

  public @Nullable SchemaAttributeType find(String name) {
    for (var attribute : attributes) {
      if (nameOf(attribute).equals(name)) {
        return attribute;
      }
    }
    return null;
  }

  private void check(String name, String value) {
    var attribute = find(name);
    if (attribute == null) {
      throw unfit(name, "Attribute does not exist in the schema.");
    }
    if (DERIVED.contains(name)) {
      throw INVALID_PARAMETER_EXCEPTION.because("Cannot modify the non-mutable attribute " + name);
    }
    switch (Objects.requireNonNullElse(attribute.attributeDataType(), "String")) {
      case "Number" -> checkNumber(attribute, name, value);
      case "Boolean" -> {
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
          throw unfit(name, "The attribute " + name + " must be a boolean");
        }
      }
      default -> checkLength(attribute.stringAttributeConstraints(), name, value);
    }
    if (name.equals("email") && !SignInNames.isEmail(value)) {
      throw INVALID_PARAMETER_EXCEPTION.because("Invalid email address format.");
    }
    if (name.equals("phone_number") && !SignInNames.isPhoneNumber(value)) {
      throw INVALID_PARAMETER_EXCEPTION.because("Invalid phone number format.");
    }
  }

  private static void checkNumber(SchemaAttributeType attribute, String name, String value) {
    long number;
    try {
      number = Long.parseLong(value);
    } catch (NumberFormatException _) {
      throw unfit(name, "The attribute " + name + " must be a number");
    }
    var bounds = attribute.numberAttributeConstraints();
    if (bounds != null
        && (number < bound(bounds.minValue(), Long.MIN_VALUE)
            || number > bound(bounds.maxValue(), Long.MAX_VALUE))) {
      throw unfit(name, "The value of " + name + " is not within its bounds");
    }
  }

  private static void checkLength(
      @Nullable StringAttributeConstraintsType bounds, String name, String value) {
    if (bounds == null || (value.isEmpty() && !name.startsWith("custom:"))) {
      return;
    }
    if (value.length() < bound(bounds.minLength(), 0)) {
      throw unfit(name, "String must be at least " + bounds.minLength() + " characters");
    }
    if (value.length() > bound(bounds.maxLength(), Long.MAX_VALUE)) {
      throw unfit(name, "String must be at most " + bounds.maxLength() + " characters");
    }
  }

  private static long bound(@Nullable String text, long otherwise) {
    return text == null ? otherwise : Long.parseLong(text);
  }

  private static String nameOf(SchemaAttributeType attribute) {
    return Objects.requireNonNull(attribute.name());
  }

  private static ServiceException unfit(String name, String reason) {
    return INVALID_PARAMETER_EXCEPTION.because(
        "Attributes did not conform to the schema: " + name + ": " + reason + '\n');
  }
}
