package brume.s3.form;

import static brume.model.s3.S3Error.ACCESS_DENIED;
import static brume.model.s3.S3Error.EXPIRED_TOKEN;
import static brume.model.s3.S3Error.INVALID_ACCESS_KEY_ID;
import static brume.model.s3.S3Error.INVALID_ARGUMENT;
import static brume.model.s3.S3Error.INVALID_TOKEN;
import static brume.model.s3.S3Error.SIGNATURE_DOES_NOT_MATCH;

import brume.http.Request;
import brume.identity.Credential;
import brume.identity.sigv4.SigningKey;
import brume.identity.sigv4.SigningScope;
import brume.service.Call;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Who signed the policy of a form, in signature version 4 or 2.
///
/// Source: Amazon S3 API reference, "Calculating a signature" of browser-based uploads.
final class FormSignature {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final int CREDENTIAL_PARTS = 5;

  private FormSignature() {}

  /// @param request that carries the form, since some keys are good for some senders only
  static Credential verify(Call call, Request request, Form form) {
    boolean four = form.given("x-amz-algorithm") != null;
    var policy = form.field("policy");
    var keyId = four ? form.field("x-amz-credential").split("/")[0] : form.field("awsaccesskeyid");
    if (policy.isEmpty() || keyId.isEmpty()) {
      throw ACCESS_DENIED.because("Access Denied");
    }
    var credential = credential(call, request, keyId, form.given("x-amz-security-token"));
    var expected =
        four ? version4(form, credential, policy) : version2(credential.secretKey(), policy);
    var actual = form.field(four ? "x-amz-signature" : "signature");
    boolean same =
        MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    if (!same) {
      throw SIGNATURE_DOES_NOT_MATCH.because(
          "The request signature we calculated does not match the signature you provided. Check"
              + " your key and signing method.");
    }
    return credential;
  }

  private static Credential credential(
      Call call, Request request, String keyId, @Nullable String token) {
    var credential = call.platform().credentials().find(keyId, token, request);
    if (credential == null && token != null) {
      throw INVALID_TOKEN.because("The provided token is malformed or otherwise invalid.");
    }
    if (credential == null) {
      throw INVALID_ACCESS_KEY_ID.because(
          "The AWS Access Key Id you provided does not exist in our records.");
    }
    if (credential.expiredAt(call.now())) {
      throw EXPIRED_TOKEN.because("The provided token has expired.");
    }
    return credential;
  }

  private static String version4(Form form, Credential credential, String policy) {
    var parts = form.field("x-amz-credential").split("/");
    if (!form.field("x-amz-algorithm").equals(ALGORITHM)
        || parts.length != CREDENTIAL_PARTS
        || !parts[3].equals("s3")
        || !parts[4].equals(SigningScope.TERMINATOR)) {
      throw INVALID_ARGUMENT.because("The x-amz-credential of the form is not well-formed.");
    }
    var scope = new SigningScope(parts[1], parts[2], parts[3]);
    return SigningKey.derive(credential.secretKey(), scope).sign(policy);
  }

  static String version2(String secret, String policy) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(policy.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
