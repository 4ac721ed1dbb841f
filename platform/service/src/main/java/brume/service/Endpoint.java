package brume.service;

/// Where this Brume is reached from outside.
///
/// @param host such as `localhost`
/// @param port of plain HTTP
/// @param tlsPort of HTTPS
public record Endpoint(String host, int port, int tlsPort) {
  /// The base of the AWS API, such as `http://localhost:4566`.
  public String url() {
    return "http://" + host + ':' + port;
  }

  /// What `AWS::URLSuffix` stands for, so that `https://<api>.execute-api.<region>.<suffix>/`
  /// opens.
  public String urlSuffix() {
    return host + ':' + tlsPort;
  }
}
