// Package firefox tests the page in Firefox: that it opens, computes and speaks there. All
// else is tested in Chromium.
package firefox
