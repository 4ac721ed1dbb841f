package brume.server;

import brume.identity.Credential;
import brume.service.Endpoint;

/// What whoever starts Brume needs to know.
///
/// @param owner the access key of the account's owner
record Welcome(Options options, Endpoint endpoint, Credential owner) {
  /// The endpoint by address: with one, every SDK names buckets in the path.
  String url() {
    var host = options.bind().equals("0.0.0.0") ? "127.0.0.1" : options.bind();
    return "http://" + host + ':' + endpoint.port();
  }

  String text() {
    return """
    Brume is ready.

      endpoint      %s  (HTTPS: https://localhost:%d)
      console       http://localhost:%d/_brume/
      data          %s
      access key    %s
      secret key    %s

      To use it:    eval "$(./brume env%s)"
    """
        .formatted(
            url(),
            endpoint.tlsPort(),
            endpoint.port(),
            options.ephemeral() ? "in memory only; nothing survives the stop" : options.data(),
            owner.accessKeyId(),
            owner.secretKey(),
            options.profile() ? "" : " --data " + options.data());
  }

  /// Lines for a shell to evaluate.
  String environment() {
    return """
    export AWS_ENDPOINT_URL=%s
    export AWS_REGION=%s
    export AWS_DEFAULT_REGION=%s
    export AWS_ACCESS_KEY_ID=%s
    export AWS_SECRET_ACCESS_KEY=%s
    unset AWS_SESSION_TOKEN AWS_PROFILE
    """
        .formatted(
            url(),
            options.home().region(),
            options.home().region(),
            owner.accessKeyId(),
            owner.secretKey());
  }
}
