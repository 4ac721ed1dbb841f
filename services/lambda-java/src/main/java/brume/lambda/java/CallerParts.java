package brume.lambda.java;

import com.amazonaws.services.lambda.runtime.Client;
import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What mobile clients tell about themselves, read only by handlers that ask for it.
final class CallerParts {
  private CallerParts() {}

  private record Identity(Map<?, ?> parts) implements CognitoIdentity {
    @Override
    public @Nullable String getIdentityId() {
      return text(parts, "cognitoIdentityId");
    }

    @Override
    public @Nullable String getIdentityPoolId() {
      return text(parts, "cognitoIdentityPoolId");
    }
  }

  private record Mobile(Map<?, ?> parts) implements ClientContext {
    @Override
    public @Nullable Client getClient() {
      return parts.get("client") instanceof Map<?, ?> client ? new App(client) : null;
    }

    @Override
    public @Nullable Map<String, String> getCustom() {
      return texts("custom");
    }

    @Override
    public @Nullable Map<String, String> getEnvironment() {
      return texts("env");
    }

    private @Nullable Map<String, String> texts(String name) {
      if (!(parts.get(name) instanceof Map<?, ?> map)) {
        return null;
      }
      var texts = new HashMap<String, String>();
      map.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
      return texts;
    }
  }

  private record App(Map<?, ?> parts) implements Client {
    @Override
    public @Nullable String getInstallationId() {
      return text(parts, "installation_id");
    }

    @Override
    public @Nullable String getAppTitle() {
      return text(parts, "app_title");
    }

    @Override
    public @Nullable String getAppVersionName() {
      return text(parts, "app_version_name");
    }

    @Override
    public @Nullable String getAppVersionCode() {
      return text(parts, "app_version_code");
    }

    @Override
    public @Nullable String getAppPackageName() {
      return text(parts, "app_package_name");
    }
  }

  static @Nullable CognitoIdentity identity(@Nullable String json) {
    return json == null ? null : new Identity(parse(json));
  }

  static @Nullable ClientContext clientContext(@Nullable String json) {
    return json == null ? null : new Mobile(parse(json));
  }

  private static Map<?, ?> parse(String json) {
    return JacksonFactory.getInstance().getSerializer(Map.class).fromJson(json);
  }

  private static @Nullable String text(Map<?, ?> parts, String name) {
    var value = parts.get(name);
    return value == null ? null : value.toString();
  }
}
