$version: "2.0"

// Written after the text of the protocol's specification and of RFC 8949. Bodies are in Base64.
namespace brume.cbor

use smithy.protocols#rpcv2Cbor
use smithy.test#httpMalformedRequestTests
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

@rpcv2Cbor
service CborCases {
    version: "2026-01-01"
    operations: [Scalars, Containers, Moments, Fail, Nothing]
}

structure Single {
    text: String
    bytes: Blob
    yes: Boolean
    no: Boolean
    tiny: Byte
    small: Short
    whole: Integer
    wide: Long
    single: Float
    twice: Double
    huge: BigInteger
    exact: BigDecimal
    @required
    @default("calm")
    mood: String
}

@httpRequestTests([
    {
        id: "CborScalarsOfEveryWidth"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/CborCases/operation/Scalars"
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "v2R0ZXh0aHBsYWluIMOpZWJ5dGVzQ2Zvb2N5ZXP1Ym5v9GR0aW55JGVzbWFsbBkmqmV3aG9sZToAARFvZHdpZGUbAAAAAQAAAABmc2luZ2xl+kD0AABldHdpY2X7P/45WBBiTdNkaHVnZcJJAQAAAAAAAAAA/w=="
        bodyMediaType: "application/cbor"
        params: { text: "plain é", bytes: "foo", yes: true, no: false, tiny: -5, small: 9898, whole: -70000, wide: 4294967296, single: 7.625, twice: 1.889, huge: 18446744073709551616 }
    }
    {
        id: "CborMapOfDefiniteLength"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/CborCases/operation/Scalars"
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "o2R0ZXh0YWFld2hvbGUBZG1vb2Rkd2lsZA=="
        bodyMediaType: "application/cbor"
        params: { text: "a", whole: 1, mood: "wild" }
    }
    {
        id: "CborChunkedStringsAndKeys"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/CborCases/operation/Scalars"
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "v39idGVieHT/f2VvbmUsIGN0d2//ZWJ5dGVzX0Jmb0Fv//8="
        bodyMediaType: "application/cbor"
        params: { text: "one, two", bytes: "foo" }
    }
    {
        id: "CborNumbersInFewerBytes"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/CborCases/operation/Scalars"
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "v2R3aWRlB2V3aG9sZRkAB2ZzaW5nbGX5R6BldHdpY2X5PgD/"
        bodyMediaType: "application/cbor"
        params: { wide: 7, whole: 7, single: 7.625, twice: 1.5 }
    }
    {
        id: "CborWholeNumbersForFloats"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/CborCases/operation/Scalars"
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "v2ZzaW5nbGUDZXR3aWNlI2VleGFjdAz/"
        bodyMediaType: "application/cbor"
        params: { single: 3, twice: -4, exact: 12 }
    }
    {
        id: "CborDecimalFraction"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/CborCases/operation/Scalars"
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "v2VleGFjdMSCIRlqs/8="
        bodyMediaType: "application/cbor"
        params: { exact: 273.15 }
    }
    {
        id: "CborNaN"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/CborCases/operation/Scalars"
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "v2ZzaW5nbGX6f8AAAGV0d2ljZfl+AP8="
        bodyMediaType: "application/cbor"
        params: { single: "NaN", twice: "NaN" }
    }
    {
        id: "CborInfinities"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/CborCases/operation/Scalars"
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "v2ZzaW5nbGX6f4AAAGV0d2ljZfv/8AAAAAAAAP8="
        bodyMediaType: "application/cbor"
        params: { single: "Infinity", twice: "-Infinity" }
    }
    {
        id: "CborNullsAreAbsent"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/CborCases/operation/Scalars"
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "v2R0ZXh09mN5ZXP2/w=="
        bodyMediaType: "application/cbor"
        params: {}
    }
    {
        id: "CborUndefinedIsAbsent"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/CborCases/operation/Scalars"
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "v2R0ZXh09/8="
        bodyMediaType: "application/cbor"
        params: {}
    }
    {
        id: "CborUnknownMembersAreSkipped"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/CborCases/operation/Scalars"
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "v2VsYXRlcr9kbGlzdJ8BoWF4wQH//2R0ZXh0YWFkYml0c19BeP//"
        bodyMediaType: "application/cbor"
        params: { text: "a" }
    }
    {
        id: "CborNoBody"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/CborCases/operation/Scalars"
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: ""
        bodyMediaType: "application/cbor"
        params: {}
    }
])
@httpResponseTests([
    {
        id: "CborWritesScalars"
        protocol: rpcv2Cbor
        code: 200
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "rWR0ZXh0aHBsYWluIMOpZWJ5dGVzQ2Zvb2N5ZXP1Ym5v9GR0aW55JGVzbWFsbBkmqmV3aG9sZToAARFvZHdpZGUbAAAAAQAAAABmc2luZ2xl+kD0AABldHdpY2X7P/45WBBiTdNkaHVnZcJJAQAAAAAAAAAAZWV4YWN0xIIhGWqzZG1vb2RkY2FsbQ=="
        bodyMediaType: "application/cbor"
        params: { text: "plain é", bytes: "foo", yes: true, no: false, tiny: -5, small: 9898, whole: -70000, wide: 4294967296, single: 7.625, twice: 1.889, huge: 18446744073709551616, exact: 273.15 }
    }
    {
        id: "CborWritesNaN"
        protocol: rpcv2Cbor
        code: 200
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "o2ZzaW5nbGX6f8AAAGV0d2ljZft/+AAAAAAAAGRtb29kZGNhbG0="
        bodyMediaType: "application/cbor"
        params: { single: "NaN", twice: "NaN" }
    }
    {
        id: "CborWritesInfinities"
        protocol: rpcv2Cbor
        code: 200
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "o2ZzaW5nbGX6f4AAAGV0d2ljZfv/8AAAAAAAAGRtb29kZGNhbG0="
        bodyMediaType: "application/cbor"
        params: { single: "Infinity", twice: "-Infinity" }
    }
])
@httpMalformedRequestTests([
    {
        id: "CborCutOff"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Scalars"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "v2R0ZXh0"
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
    }
    {
        id: "CborMore"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Scalars"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "v2R0ZXh0YWH/AQ=="
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
    }
    {
        id: "CborNotAMap"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Scalars"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "gQE="
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
    }
    {
        id: "CborNull"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Scalars"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "9g=="
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
    }
    {
        id: "CborTextForNumber"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Scalars"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "v2V3aG9sZWE3/w=="
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
    }
    {
        id: "CborNumberForText"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Scalars"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "v2R0ZXh0B/8="
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
    }
    {
        id: "CborTextForBlob"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Scalars"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "v2VieXRlc2RabTl2/w=="
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
    }
    {
        id: "CborBytesForText"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Scalars"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "v2R0ZXh0Q2Zvb/8="
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
    }
    {
        id: "CborFractionForInteger"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Scalars"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "v2V3aG9sZfs/+AAAAAAAAP8="
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
    }
    {
        id: "CborIntegerTooWide"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Scalars"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "v2V3aG9sZRqAAAAA/w=="
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
    }
    {
        id: "CborByteTooWide"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Scalars"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "v2R0aW55OID/"
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
    }
    {
        id: "CborNumberForBoolean"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Scalars"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "v2N5ZXMB/w=="
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
    }
    {
        id: "CborInfiniteDecimal"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Scalars"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "v2VleGFjdPt/8AAAAAAAAP8="
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
    }
    {
        id: "CborReservedLength"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Scalars"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "v2R0ZXh0fA=="
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
    }
    {
        id: "CborEmptyMapAsJson"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Scalars"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/json" }
            body: "v/8="
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "UnsupportedMediaTypeException" } }
    }
    {
        id: "CborUnknownOperation"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Elsewhere"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "v/8="
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "UnknownOperationException" } }
    }
])
operation Scalars {
    input: Single
    output: Single
}

list Words {
    member: String
}

@sparse
list Gaps {
    member: String
}

map Counts {
    key: String
    value: Integer
}

@sparse
map Holes {
    key: String
    value: String
}

union Choice {
    number: Integer
    inner: Containing
}

list Choices {
    member: Choice
}

structure Containing {
    words: Words
    gaps: Gaps
    counts: Counts
    holes: Holes
    choices: Choices
    inner: Containing
}

@httpRequestTests([
    {
        id: "CborContainersOfDefiniteLength"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/CborCases/operation/Containers"
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "pmV3b3Jkc4JhYWFiZGdhcHOCYWH2ZmNvdW50c6JheAFheSFlaG9sZXOiYXhhdmF59mdjaG9pY2VzgqFmbnVtYmVyA6FlaW5uZXKhZXdvcmRzgGVpbm5lcqFlaW5uZXKg"
        bodyMediaType: "application/cbor"
        params: { words: ["a", "b"], gaps: ["a", null], counts: { x: 1, y: -2 }, holes: { x: "v", y: null }, choices: [{ number: 3 }, { inner: { words: [] } }], inner: { inner: {} } }
    }
    {
        id: "CborContainersOfIndefiniteLength"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/CborCases/operation/Containers"
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "v2V3b3Jkc59hYWFi/2RnYXBzn2Fh9v9mY291bnRzv2F4AWF5If9laG9sZXO/YXhhdmF59v9nY2hvaWNlc5+/Zm51bWJlcgP/v2Vpbm5lcr9ld29yZHOf/////2Vpbm5lcr9laW5uZXK/////"
        bodyMediaType: "application/cbor"
        params: { words: ["a", "b"], gaps: ["a", null], counts: { x: 1, y: -2 }, holes: { x: "v", y: null }, choices: [{ number: 3 }, { inner: { words: [] } }], inner: { inner: {} } }
    }
])
@httpResponseTests([
    {
        id: "CborWritesContainers"
        protocol: rpcv2Cbor
        code: 200
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "v2V3b3Jkc59hYWFi/2RnYXBzn2Fh9v9mY291bnRzv2F4AWF5If9laG9sZXO/YXhhdmF59v9nY2hvaWNlc5+/Zm51bWJlcgP/v2Vpbm5lcr9ld29yZHOf/////2Vpbm5lcr9laW5uZXK/////"
        bodyMediaType: "application/cbor"
        params: { words: ["a", "b"], gaps: ["a", null], counts: { x: 1, y: -2 }, holes: { x: "v", y: null }, choices: [{ number: 3 }, { inner: { words: [] } }], inner: { inner: {} } }
    }
])
@httpMalformedRequestTests([
    {
        id: "CborNullInList"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Containers"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "v2V3b3Jkc5/2//8="
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
    }
    {
        id: "CborNullInMap"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Containers"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "v2Zjb3VudHO/YXj2//8="
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
    }
    {
        id: "CborUnionOfTwo"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Containers"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "v2djaG9pY2Vzn79mbnVtYmVyAWVpbm5lcr//////"
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
    }
    {
        id: "CborUnionOfNone"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Containers"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "v2djaG9pY2Vzn7////8="
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
    }
    {
        id: "CborMapForList"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Containers"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "v2V3b3Jkc79hYWFi//8="
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
    }
    {
        id: "CborTooDeep"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Containers"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "v2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv2Vpbm5lcr9laW5uZXK/ZWlubmVyv/////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////8="
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
    }
])
operation Containers {
    input: Containing
    output: Containing
}

structure Times {
    at: Timestamp
    @timestampFormat("http-date")
    dated: Timestamp
}

@httpRequestTests([
    {
        id: "CborWholeSeconds"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/CborCases/operation/Moments"
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "v2JhdMEaX14QAGVkYXRlZMEg/w=="
        bodyMediaType: "application/cbor"
        params: { at: 1600000000, dated: -1 }
    }
    {
        id: "CborFractionalSeconds"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/CborCases/operation/Moments"
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "v2JhdMH7Qcw32zgPvnf/"
        bodyMediaType: "application/cbor"
        params: { at: 946845296.123 }
    }
    {
        id: "CborSecondsInAFewBits"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/CborCases/operation/Moments"
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "v2JhdMH5PgD/"
        bodyMediaType: "application/cbor"
        params: { at: 1.5 }
    }
])
@httpResponseTests([
    {
        id: "CborWritesWholeSeconds"
        protocol: rpcv2Cbor
        code: 200
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "omJhdMEaX14QAGVkYXRlZMEg"
        bodyMediaType: "application/cbor"
        params: { at: 1600000000, dated: -1 }
    }
    {
        id: "CborWritesFractionalSeconds"
        protocol: rpcv2Cbor
        code: 200
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "oWJhdMH7Qcw32zgPvnc="
        bodyMediaType: "application/cbor"
        params: { at: 946845296.123 }
    }
])
@httpMalformedRequestTests([
    {
        id: "CborUntaggedTime"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Moments"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "v2JhdBpfXhAA/w=="
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
    }
    {
        id: "CborTimeOfAnotherTag"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Moments"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "v2JhdMB0MjAyNi0wMS0wMVQwMDowMDowMFr/"
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
    }
    {
        id: "CborTimeOfText"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Moments"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "v2JhdMFqMTYwMDAwMDAwMP8="
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
    }
    {
        id: "CborTimeAtNoTime"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Moments"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "v2JhdMH7f/gAAAAAAAD/"
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
    }
    {
        id: "CborTimeBeyondTime"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/CborCases/operation/Moments"
            headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
            body: "v2JhdMH7fjfkPIgAdZz/"
            bodyMediaType: "application/cbor"
        }
        response: { code: 400, headers: { "x-amzn-errortype": "SerializationException" } }
    }
])
operation Moments {
    input: Times
    output: Times
}

operation Fail {
    errors: [Refused, Wordy]
}

@error("client")
structure Refused {
    message: String
}

apply Refused @httpResponseTests([
    {
        id: "CborErrorWithMessage"
        protocol: rpcv2Cbor
        code: 400
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "omZfX3R5cGVyYnJ1bWUuY2JvciNSZWZ1c2VkZ21lc3NhZ2ViTm8="
        bodyMediaType: "application/cbor"
        params: { message: "No" }
    }
])

@error("server")
structure Wordy {
    Message: String
    reasons: Words
}

apply Wordy @httpResponseTests([
    {
        id: "CborErrorWithDetail"
        protocol: rpcv2Cbor
        code: 500
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "o2ZfX3R5cGVwYnJ1bWUuY2JvciNXb3JkeWdNZXNzYWdlYk5vZ3JlYXNvbnOBYWE="
        bodyMediaType: "application/cbor"
        params: { Message: "No", reasons: ["a"] }
    }
])

@httpRequestTests([
    {
        id: "CborNoInput"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/CborCases/operation/Nothing"
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: ""
        bodyMediaType: "application/cbor"
        params: {}
    }
    {
        id: "CborNoInputAsEmptyMap"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/prefix/service/brume.cbor.CborCases/operation/Nothing"
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "oA=="
        bodyMediaType: "application/cbor"
        params: {}
    }
])
@httpResponseTests([
    {
        id: "CborNoOutput"
        protocol: rpcv2Cbor
        code: 200
        headers: { "smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor" }
        body: "oA=="
        bodyMediaType: "application/cbor"
        params: {}
    }
])
operation Nothing {}
