package brume.cli;

import brume.cloudformation.template.TemplateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/// `brume deploy`: uploads what a template names on this machine, deploys it by a change set, tells
/// how it goes, and prints the stack's outputs. Endpoint, region and credentials come from the
/// environment, as with every client of AWS.
public final class Deploy {
  private static final Pattern LOCAL_API =
      Pattern.compile("https?://(?<id>[a-z0-9]+)\\.execute-api\\.[^/]*localhost[^/]*(?<path>/.*)?");

  private Deploy() {}

  public static void main(String... arguments) throws InterruptedException {
    System.exit(run(arguments));
  }

  private static int run(String... arguments) throws InterruptedException {
    try (var http = UrlConnectionHttpClient.create()) {
      return deploy(DeployOptions.parse(arguments), http);
    } catch (IllegalArgumentException wrong) {
      return failed(2, wrong);
    } catch (IOException
        | UncheckedIOException
        | SdkException
        | TemplateException
        | StackFailedException e) {
      return failed(1, e);
    }
  }

  private static int deploy(DeployOptions options, SdkHttpClient http)
      throws IOException, InterruptedException {
    try (var s3 = S3Client.builder().httpClient(http).build();
        var sts = StsClient.builder().httpClient(http).build();
        var cloudFormation = CloudFormationClient.builder().httpClient(http).build()) {
      var account = sts.getCallerIdentity().account();
      var region = s3.serviceClientConfiguration().region().id();
      var bucket = new ArtifactBucket(s3, "brume-artifacts-" + account + '-' + region);
      var packaged = new Packaging(options.template(), bucket).template();
      var stack = new StackDeployment(cloudFormation, options);
      stack.deploy(bucket.urlOf(packaged));
      var endpoint = sts.serviceClientConfiguration().endpointOverride().map(URI::toString);
      var outputs = stack.outputs();
      if (options.web() != null) {
        var plain = new LinkedHashMap<>(outputs);
        plain.replaceAll((_, value) -> plain(value, endpoint.orElse("")));
        new WebFolder(options.web()).publish(s3, plain, place(region, endpoint.orElse("")));
      }
      outputs.forEach((name, value) -> print(name, value, endpoint.orElse("")));
      return 0;
    }
  }

  private static Map<String, String> place(String region, String endpoint) {
    return endpoint.isEmpty()
        ? Map.of("Region", region)
        : Map.of("Region", region, "Endpoint", endpoint);
  }

  /// An address of an API is told in the plain form, too.
  private static void print(String name, String value, String endpoint) {
    System.out.printf("  %-13s %s%n", name, value);
    var plain = plain(value, endpoint);
    if (!plain.equals(value)) {
      System.out.printf("  %-13s %s%n", "", plain);
    }
  }

  /// The address of an API in the form that needs no name resolution and no certificate; any other
  /// value as it is.
  private static String plain(String value, String endpoint) {
    var address = LOCAL_API.matcher(value);
    return address.matches() && !endpoint.isEmpty()
        ? endpoint + "/_brume/execute-api/" + address.group("id") + address.group("path")
        : value;
  }

  private static int failed(int status, Exception failure) {
    System.err.println("brume: " + failure.getMessage());
    return status;
  }
}
