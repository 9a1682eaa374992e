package say

// A Fact is a figure in words: "active units", "84 of 120".
type Fact struct{ Name, Value string }
