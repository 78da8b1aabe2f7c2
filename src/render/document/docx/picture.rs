//! Pictures in a Word file.
//!
//! In: a picture and its size. Out: a drawing that stands in its line like a word, as wide as the page
//! allows and no wider, with what it shows for those who do not see it.

use super::blocks::Body;
use crate::render::document::Picture;
use crate::render::html::escaped;

/// English Metric Units in a point.
const EMU: f64 = 12_700.0;
/// The room between the margins, in points.
const ROOM: (f64, f64) = (481.0, 640.0);

/// The name of the file of a picture in the package.
pub(super) fn name(nth: usize, to: &str) -> String {
    let extension = to.rsplit('.').next().unwrap_or("png");
    format!("word/media/picture{nth}.{extension}")
}

impl Body {
    /// A picture as a run.
    pub(super) fn picture(&mut self, picture: &Picture) -> String {
        let known = self.pictures.iter().position(|known| *known == picture.to);
        let nth = known.unwrap_or_else(|| {
            self.pictures.push(picture.to.clone());
            self.pictures.len() - 1
        });
        self.showings += 1;
        let id = self.showings;
        let shrunk = (ROOM.0 / picture.width.max(1.0)).min(ROOM.1 / picture.height.max(1.0)).min(1.0);
        // Whole units: what is cut off is less than a point.
        let (wide, high) = ((picture.width * shrunk * EMU) as u64, (picture.height * shrunk * EMU) as u64);
        let alt: String = picture.alt.chars().filter(|letter| !letter.is_control()).collect();
        let alt = escaped(&alt);
        format!(
            "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{wide}\" cy=\"{high}\"/>\
             <wp:docPr id=\"{id}\" name=\"Picture {id}\" descr=\"{alt}\"/><wp:cNvGraphicFramePr>\
             <a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr><a:graphic>\
             <a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>\
             <pic:nvPicPr><pic:cNvPr id=\"{id}\" name=\"Picture {id}\" descr=\"{alt}\"/><pic:cNvPicPr/></pic:nvPicPr>\
             <pic:blipFill><a:blip r:embed=\"picture{nth}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
             <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{wide}\" cy=\"{high}\"/></a:xfrm>\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>\
             </wp:inline></w:drawing></w:r>"
        )
    }
}
