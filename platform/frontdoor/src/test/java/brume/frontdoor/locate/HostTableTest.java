package brume.frontdoor.locate;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import brume.frontdoor.Echo;
import brume.http.Headers;
import brume.http.Request;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostTableTest {
  private final HostTable hosts = new HostTable(new Directory(List.of(Echo.service(text -> text))));

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "127.0.0.1:4566,                            /a,  -,    /a",
        "localhost:4566,                            /a,  -,    /a",
        "example.com,                               /a,  -,    /a",
        "echo.localhost,                            /a,  echo, /a",
        "echo.eu-west-1.localhost:4566,             /a,  echo, /a",
        "s3.localhost,                              /a,  s3,   /a",
        "s3.us-east-1.localhost,                    /a,  s3,   /a",
        "bucket.s3.localhost,                       /a,  s3,   /bucket/a",
        "bucket.s3.us-east-1.localhost:4566,        /a,  s3,   /bucket/a",
        "my.bucket.s3.us-east-1.localhost,          /,   s3,   /my.bucket/",
        "bucket.s3.dualstack.us-east-1.localhost,   /a,  s3,   /bucket/a",
        "bucket.s3-accelerate.localhost,            /a,  s3,   /bucket/a",
        "bucket.localhost,                          /a,  s3,   /bucket/a",
        "BUCKET.localhost,                          /A,  s3,   /bucket/A",
      })
  void hostsOfTheApi(String host, String path, String prefix, String routed) {
    var api = (Destination.Api) hosts.of(request(host, path));
    assertThat(api.endpointPrefix()).isEqualTo(prefix);
    assertThat(api.routed().path()).isEqualTo(routed);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "abc.walls.localhost,            /x/y,                            abc, -,         /x/y",
        "abc.walls.eu-west-1.localhost,  /x/y,                            abc, eu-west-1, /x/y",
        "localhost,                      /_brume/walls/abc/x/y,           abc, -,         /x/y",
        "localhost,                      /_brume/walls/abc,               abc, -,         /",
        "localhost,                      /_brume/walls/eu-west-1/abc/x/y, abc, eu-west-1, /x/y",
        "localhost,                      /_brume/walls/eu-west-1/abc,     abc, eu-west-1, /",
        "localhost,                      /_brume/walls/abc/x%2Fy/,        abc, -,         /x%2Fy/",
      })
  void hostsAndPathsOfSites(String host, String path, String name, String region, String inner) {
    var at = (Destination.AtSite) hosts.of(request(host, path));
    assertThat(at.site().kind()).isEqualTo("walls");
    assertThat(at.name()).isEqualTo(name);
    assertThat(at.region()).isEqualTo(region);
    assertThat(at.request().path()).isEqualTo(inner);
  }

  @Test
  void ownPages() {
    assertThat(hosts.of(request("localhost", "/_brume"))).isEqualTo(new Destination.Own("/"));
    assertThat(hosts.of(request("a.localhost", "/_brume/health")))
        .isEqualTo(new Destination.Own("/health"));
  }

  @Test
  void aSiteOfAnUnknownKindIsNoBucket() {
    assertThat(hosts.of(request("abc.floors.eu-west-1.localhost", "/")))
        .isEqualTo(new Destination.NoSite("floors"));
  }

  private static Request request(String host, String path) {
    var remote = InetSocketAddress.createUnresolved("peer", 1);
    return new Request(
        "GET", path, "", Headers.EMPTY.with("host", host), Body.EMPTY, remote, false);
  }
}
